package org.openstall.sellerdesk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.fulfilment.Fulfilment;
import org.openstall.kernel.OrderId;
import org.openstall.ordering.Order;
import org.openstall.ordering.OrderLine;
import org.openstall.pages.View;

/**
 * Orders to be confirmed together, each with its number and carrier.
 *
 * @param confirmed how many have just been confirmed; the rows are those that have not
 * @param twice those of the confirmed that share a number with another order
 * @param untouched whether no number has been typed
 */
public record BulkConfirmPage(Stall stall, List<Row> rows, int confirmed, List<OrderId> twice, boolean untouched)
        implements View {

    public BulkConfirmPage {
        rows = List.copyOf(rows);
        twice = List.copyOf(twice);
    }

    /** Nothing has been confirmed. */
    BulkConfirmPage(Stall stall, List<Row> rows, boolean untouched) {
        this(stall, rows, 0, List.of(), untouched);
    }

    public String twiceInOneLine() {
        return ShipmentController.ids(twice);
    }

    /** An order with what has been typed for it, and what was wrong with that. */
    public record Row(
            Fulfilment fulfilment,
            ConfirmForm form,
            @Nullable Refusal refusal) {

        public Order order() {
            return fulfilment.order();
        }

        public CarrierChoice choice() {
            return form.choice(refusal);
        }

        /** What is left to ship of it, in short. */
        public String contents() {
            StringBuilder contents = new StringBuilder();
            for (OrderLine line : order().lines()) {
                int left = fulfilment.left().getOrDefault(line.number(), 0);
                if (left > 0) {
                    contents.append(contents.isEmpty() ? "" : "; ")
                            .append(left)
                            .append(" × ")
                            .append(line.title());
                }
            }
            return contents.toString();
        }
    }

    /** How many rows were refused. */
    public long refused() {
        return rows.stream().filter(it -> it.refusal() != null).count();
    }

    @Override
    public int status() {
        return refused() > 0 || untouched ? 422 : 200;
    }
}
