package org.openstall.feeds;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.fulfilment.NewLabel;
import org.openstall.kernel.OrderId;
import org.openstall.shipping.Carrier;
import org.openstall.shipping.ServiceLevel;
import org.openstall.shipping.TrackingNumbers;

/**
 * The rows of a fulfilment file. Only {@code order-id} and {@code tracking-number} are needed: without an item a row
 * means all that is left of its order, and a carrier is told from the number where that is beyond doubt. The time of
 * shipment is the time of confirmation, so {@code ship-date} is not used.
 */
final class ShipmentRows implements Closeable {
    /** So many fit into one transaction that nobody waits for long. */
    static final int MOST = 20_000;

    static final Set<Column> USED = EnumSet.of(
            Column.ORDER_ID,
            Column.ORDER_ITEM_ID,
            Column.QUANTITY,
            Column.CARRIER_CODE,
            Column.CARRIER_NAME,
            Column.TRACKING_NUMBER,
            Column.SHIP_METHOD);

    private final Records records;
    private final Header header;
    private final FileRows.Form form;

    ShipmentRows(Table table) throws FileRefused {
        this.records = table.records();
        this.header = table.header().checked(Column.ORDER_ID, Set.of(Column.TRACKING_NUMBER));
        this.form = new FileRows.Form(table.encoding(), table.format(), header.ignored());
    }

    FileRows.Form form() {
        return form;
    }

    /** What a file says; rows that cannot be understood are only among the issues. */
    record Read(int records, List<ShipmentRow> rows, List<Issue> issues) {}

    Read readAll() throws IOException, FileRefused {
        List<ShipmentRow> rows = new ArrayList<>();
        List<Issue> issues = new ArrayList<>();
        int record = 0;
        for (Records.Line line = records.next(); line != null; line = records.next()) {
            if (++record > MOST) {
                throw new FileRefused(Failure.TOO_MANY_ROWS, MOST);
            }
            int known = issues.size();
            ShipmentRow row = row(record, line, issues);
            if (row != null && issues.size() == known) {
                rows.add(row);
            }
        }
        return new Read(record, rows, issues);
    }

    private @Nullable ShipmentRow row(int record, Records.Line line, List<Issue> issues) {
        List<String> cells = line.cells();
        String id = Objects.requireNonNullElse(header.cell(cells, Column.ORDER_ID), "");
        if (line.isTooLong()) {
            issues.add(Issue.of(record, id, Finding.ROW_TOO_LONG, Lines.LONGEST));
            return null;
        }
        if (!OrderId.isValid(id)) {
            issues.add(
                    id.isEmpty()
                            ? Issue.of(record, id, Finding.ORDER_MISSING)
                            : Issue.of(record, id, Finding.ORDER_INVALID, id));
            return null;
        }
        String itemText = header.cell(cells, Column.ORDER_ITEM_ID);
        String quantityText = header.cell(cells, Column.QUANTITY);
        Integer item = whole(itemText);
        Integer quantity = whole(quantityText);
        if (itemText != null && item == null) {
            issues.add(Issue.of(record, id, Finding.ORDER_ITEM_UNKNOWN, itemText));
        }
        if (quantityText != null && (quantity == null || quantity == 0)) {
            issues.add(Issue.of(record, id, Finding.SHIP_QUANTITY_INVALID, quantityText));
        }
        if (quantity != null && itemText == null) {
            issues.add(Issue.of(record, id, Finding.ORDER_ITEM_MISSING));
        }
        NewLabel label = label(record, id, cells, issues);
        return label == null ? null : new ShipmentRow(record, new OrderId(id), item, quantity, label);
    }

    private static @Nullable Integer whole(@Nullable String text) {
        return text != null && text.matches("\\d{1,6}") ? Integer.valueOf(text) : null;
    }

    private @Nullable NewLabel label(int record, String id, List<String> cells, List<Issue> issues) {
        String number = header.cell(cells, Column.TRACKING_NUMBER);
        if (number == null) {
            issues.add(Issue.of(record, id, Finding.TRACKING_NUMBER_MISSING));
            return null;
        }
        String code = header.cell(cells, Column.CARRIER_CODE);
        String name = header.cell(cells, Column.CARRIER_NAME);
        Optional<Carrier> named = Optional.ofNullable(code)
                .flatMap(Carrier::named)
                .filter(it -> it != Carrier.OTHER)
                .or(() -> Optional.ofNullable(name).flatMap(Carrier::named));
        Carrier carrier = named.orElse(null);
        if (carrier == null && name != null) {
            carrier = Carrier.OTHER;
        }
        if (carrier == null && code != null && Carrier.named(code).isEmpty()) {
            issues.add(Issue.of(record, id, Finding.CARRIER_UNKNOWN, code));
            return null;
        }
        if (carrier == null && code != null) {
            issues.add(Issue.of(record, id, Finding.CARRIER_NAME_MISSING));
            return null;
        }
        if (carrier == null) {
            carrier = TrackingNumbers.settle(number)
                    .map(TrackingNumbers.Candidate::carrier)
                    .or(() -> TrackingNumbers.recognize(number).isEmpty()
                            ? TrackingNumbers.mistyped(number)
                            : Optional.empty())
                    .orElse(null);
        }
        if (carrier == null) {
            String candidates = TrackingNumbers.recognize(number).stream()
                    .map(it -> it.carrier().title())
                    .collect(Collectors.joining(", "));
            issues.add(
                    candidates.isEmpty()
                            ? Issue.of(record, id, Finding.CARRIER_MISSING)
                            : Issue.of(record, id, Finding.CARRIER_AMBIGUOUS, candidates));
            return null;
        }
        return new NewLabel(
                carrier,
                carrier == Carrier.OTHER && name != null ? name : "",
                number,
                "",
                Objects.requireNonNullElse(header.cell(cells, Column.SHIP_METHOD), ""),
                ServiceLevel.STANDARD);
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
