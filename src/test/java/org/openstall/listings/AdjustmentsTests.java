package org.openstall.listings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openstall.OpenstallTest;
import org.openstall.kernel.Money;
import org.openstall.kernel.Page;
import org.openstall.kernel.Sku;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.CancelReason;
import org.openstall.ordering.Order;
import org.openstall.ordering.Orders;
import org.springframework.beans.factory.annotation.Autowired;

/** The ledger of quantities that were changed otherwise than by selling. */
@OpenstallTest
class AdjustmentsTests extends NadiasInventory {
    @Autowired
    private Orders orders;

    private Page<Adjustment> adjustments(
            @Nullable String sku, @Nullable AdjustmentReason reason, @Nullable String after, int size) {
        return inventory.adjustments(nadia, Marketplaces.US, sku == null ? null : new Sku(sku), reason, after, size);
    }

    private void setQuantity(Offer offer, int quantity, Reason reason) {
        clock.advance(Duration.ofMinutes(1));
        assertThat(offers.edit(offer.key(), OfferEdit.quantity(quantity), reason, "Nadia"))
                .isInstanceOf(EditResult.Edited.class);
    }

    @Test
    void every_change_of_quantity_but_by_sales_is_in_the_ledger_with_its_reason() {
        Offer kettle = offer("KETTLE", "10.00", 10);
        Order order = sell(kettle, 2);
        orders.cancel(nadia, order.id(), CancelReason.WRONG_PRICE);
        setQuantity(kettle, 8, new Reason(AdjustmentReason.DAMAGED, "Fell off the shelf"));
        clock.advance(Duration.ofMinutes(1));
        offers.edit(kettle.key(), OfferEdit.quantity(20), "Nadia");
        offers.edit(kettle.key(), OfferEdit.price(Money.of(900, "USD")), "Nadia");

        assertThat(adjustments(null, null, null, 10).items())
                .extracting(Adjustment::from, Adjustment::to, Adjustment::reason, Adjustment::by)
                .containsExactly(
                        tuple(8, 20, Reason.COUNTED, "Nadia"),
                        tuple(9, 8, new Reason(AdjustmentReason.DAMAGED, "Fell off the shelf"), "Nadia"));
    }

    @Test
    void an_offer_that_is_listed_brings_its_stock() {
        OfferKey key = new OfferKey(nadia, Marketplaces.US, new Sku("USED"));
        Offer kettle = offer("KETTLE", "10.00", 10);
        offers.list(
                new NewOffer(key, kettle.product(), Condition.USED_GOOD, Terms.of(kettle.price(), 7), true), "Nadia");

        assertThat(adjustments("USED", null, null, 10).items())
                .extracting(Adjustment::from, Adjustment::to, it -> it.reason().code())
                .containsExactly(tuple(0, 7, AdjustmentReason.LISTED));
    }

    @Test
    void the_ledger_is_filtered_and_paged() {
        Offer kettle = offer("KETTLE", "10.00", 10);
        Offer mug = offer("MUG_1 é", "10.00", 10);
        for (int i = 1; i <= 5; i++) {
            setQuantity(kettle, i, new Reason(AdjustmentReason.LOST, ""));
            setQuantity(mug, i, Reason.COUNTED);
        }

        assertThat(adjustments("MUG_1 é", null, null, 10).items()).hasSize(5);
        assertThat(adjustments(null, AdjustmentReason.LOST, null, 10).items())
                .hasSize(5)
                .allSatisfy(it -> assertThat(it.sku()).isEqualTo(new Sku("KETTLE")));
        assertThat(adjustments("MUG_1 é", AdjustmentReason.LOST, null, 10).items())
                .isEmpty();
        List<Integer> paged = new ArrayList<>();
        String after = null;
        do {
            Page<Adjustment> page = adjustments(null, null, after, 3);
            page.items().forEach(it -> paged.add(it.to()));
            after = page.next();
        } while (after != null);
        assertThat(paged).containsExactly(5, 5, 4, 4, 3, 3, 2, 2, 1, 1);
        assertThat(adjustments(null, null, "2026-01-01T00:00:00Z_nonsense", 3).items())
                .isEmpty();
        assertThat(adjustments(null, null, "nonsense", 3).items()).hasSize(3);
    }
}
