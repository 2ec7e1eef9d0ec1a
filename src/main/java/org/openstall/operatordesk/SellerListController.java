package org.openstall.operatordesk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.health.Metric;
import org.openstall.health.Rate;
import org.openstall.pages.Csv;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SellerListController {
    private final SellerRoster roster;
    private final DeskClock clock;

    SellerListController(SellerRoster roster, DeskClock clock) {
        this.roster = roster;
        this.clock = clock;
    }

    @GetMapping("/operator/sellers")
    View sellers(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String standing,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(name = "as-of", required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            Visitor visitor) {
        SellerQuery query = SellerQuery.of(q, status, standing, sort);
        Moment moment = clock.of(visitor.marketplace(), asOf);
        List<SellerRow> named = query.named(roster.of(moment));
        List<SellerRow> sorted = query.sorted(named);
        int pages = Math.max(1, Math.ceilDiv(sorted.size(), SellerQuery.PAGE));
        int shown = Math.clamp(page, 1, pages);
        return new SellersPage(
                moment,
                query,
                counts(named, query::hasStanding, SellerRow::status),
                counts(named, query::hasStatus, SellerRow::standing),
                sorted.size(),
                shown,
                sorted.stream()
                        .skip((shown - 1L) * SellerQuery.PAGE)
                        .limit(SellerQuery.PAGE)
                        .toList(),
                roster.age(moment.isNow()).toSeconds());
    }

    private static <K> Map<K, Long> counts(
            List<SellerRow> rows, Predicate<SellerRow> among, Function<SellerRow, K> by) {
        return rows.stream().filter(among).collect(Collectors.groupingBy(by, Collectors.counting()));
    }

    @GetMapping(path = "/operator/sellers", params = "format=csv")
    ResponseEntity<byte[]> file(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String standing,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(name = "as-of", required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            Visitor visitor) {
        SellerQuery query = SellerQuery.of(q, status, standing, sort);
        Moment moment = clock.of(visitor.marketplace(), asOf);
        List<String> header = new ArrayList<>(List.of("seller", "external_id", "name", "place", "standing", "status"));
        for (Metric metric : Metric.values()) {
            header.add(metric.code());
            header.add(metric.code() + "_of");
        }
        return Csv.file(
                "sellers-" + visitor.marketplace().country() + "-" + moment.day() + ".csv",
                header,
                query.sorted(query.named(roster.of(moment))).stream()
                        .map(SellerListController::cells)
                        .toList());
    }

    private static List<String> cells(SellerRow row) {
        String externalId = row.seller().externalId();
        List<String> cells = new ArrayList<>(List.of(
                row.seller().id().value(),
                externalId == null ? "" : externalId,
                row.seller().name(),
                row.seller().place(),
                row.standing().name(),
                row.status().name()));
        for (Metric metric : Metric.values()) {
            cells.add(row.rate(metric).map(Rate::numerator).map(String::valueOf).orElse(""));
            cells.add(
                    row.rate(metric).map(Rate::denominator).map(String::valueOf).orElse(""));
        }
        return cells;
    }
}
