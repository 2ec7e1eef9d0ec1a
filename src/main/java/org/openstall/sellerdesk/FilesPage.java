package org.openstall.sellerdesk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.ProductType;
import org.openstall.feeds.FeedKind;
import org.openstall.feeds.Feeds;
import org.openstall.feeds.ListingReport;
import org.openstall.feeds.NumberFormat;
import org.openstall.feeds.OrderReport;
import org.openstall.pages.Frame;
import org.openstall.pages.View;

/** Where a seller sends inventory files and fetches listing reports. {@code error} is the key of what is wrong. */
public record FilesPage(
        Stall stall, FileForm form, @Nullable String error, FileRows files, List<ProductType> types) implements View {

    public FilesPage {
        types = List.copyOf(types);
    }

    public Map<String, String> kinds(Frame frame) {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (FeedKind kind : FeedKind.values()) {
            kinds.put(kind.name(), frame.t("desk.feed.kind", kind));
        }
        return kinds;
    }

    public Map<String, String> encodings(Frame frame) {
        Map<String, String> encodings = new LinkedHashMap<>();
        encodings.put("", frame.t("desk.files.encoding.find-out"));
        for (String encoding : Feeds.encodings()) {
            encodings.put(encoding, frame.t("desk.files.encoding." + encoding.toLowerCase(Locale.ROOT)));
        }
        return encodings;
    }

    public Map<String, String> numbers(Frame frame) {
        Map<String, String> numbers = new LinkedHashMap<>();
        for (NumberFormat format : NumberFormat.values()) {
            numbers.put(format.name(), frame.t("desk.files.numbers", format));
        }
        return numbers;
    }

    public List<FeedKind> templates() {
        return List.of(FeedKind.PRICE_AND_QUANTITY, FeedKind.INVENTORY_LOADER, FeedKind.ORDER_FULFILMENT);
    }

    public List<ListingReport> reports() {
        return List.of(ListingReport.values());
    }

    public List<OrderReport> orderReports() {
        return List.of(OrderReport.values());
    }

    /** The constant in addresses. */
    public String name(Enum<?> constant) {
        return Names.key(constant);
    }

    /** How many bytes a file may have. */
    public long limit() {
        return FileController.LIMIT;
    }

    @Override
    public int status() {
        return error == null ? 200 : 422;
    }
}
