package org.openstall.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Looks through the inventory of a seller with a million SKUs: every filter in every order, one page after the other. */
final class InventoryTable {
    private static final List<String> FILTERS =
            List.of("all", "active", "inactive", "suppressed", "out-of-stock", "low-stock", "stale");
    private static final List<String> SORTS =
            List.of("cover", "pace", "reviewed", "quantity", "quantity-down", "price", "price-down", "sku");
    /** A hundred thousand SKUs begin like it, to their second digit. */
    private static final int SOUGHT = 923_456;

    private static final int WARM_UP = 3;
    private static final int VISITS = 20;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Stock stock;
    private final String address;
    private final String cookies;

    InventoryTable(Stock stock, String address, Map<String, String> cookies) {
        this.stock = stock;
        this.address = address;
        this.cookies = cookies.entrySet().stream()
                .map(it -> it.getKey() + "=" + it.getValue())
                .collect(Collectors.joining("; "));
    }

    void measure(Report report) throws IOException, InterruptedException {
        for (String filter : FILTERS) {
            tell(report, filter, "filter=" + filter);
        }
        String beginning = stock.sku(SOUGHT).substring(0, stock.prefix().length() + 3);
        tell(report, "search for " + beginning, "q=" + beginning);
        tell(report, "search for " + stock.sku(SOUGHT), "q=" + stock.sku(SOUGHT));
    }

    private void tell(Report report, String what, String query) throws IOException, InterruptedException {
        double slowestMedian = 0;
        double slowest = 0;
        String slowestSort = "";
        for (String sort : SORTS) {
            List<Double> times = times("/seller/inventory?" + query + "&sort=" + sort);
            double median = times.get(times.size() / 2);
            if (median > slowestMedian) {
                slowestMedian = median;
                slowestSort = sort;
            }
            slowest = Math.max(slowest, times.getLast());
        }
        report.figure(
                Report.format(
                        "inventory of 1,000,000 SKUs (%s), %s, in its slowest order (%s)",
                        stock.name().toLowerCase(Locale.ROOT), what, slowestSort),
                Report.format("median %.0f ms, at most %.0f ms", slowestMedian, slowest),
                "100 ms");
    }

    /** In milliseconds, the shortest first. */
    private List<Double> times(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Cookie", cookies)
                .build();
        List<Double> times = new ArrayList<>();
        for (int i = -WARM_UP; i < VISITS; i++) {
            long began = System.nanoTime();
            int status =
                    client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
            if (status != 200) {
                throw new IllegalStateException(path + " answers " + status);
            }
            if (i >= 0) {
                times.add((System.nanoTime() - began) / 1e6);
            }
        }
        times.sort(Double::compare);
        return times;
    }
}
