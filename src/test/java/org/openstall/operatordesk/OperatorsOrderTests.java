package org.openstall.operatordesk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowsers;
import org.openstall.fulfilment.ConfirmationResult;
import org.openstall.fulfilment.NewLabel;
import org.openstall.fulfilment.Parcel;
import org.openstall.fulfilment.Shipments;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Offer;
import org.openstall.ordering.Order;
import org.openstall.shipping.Carrier;
import org.openstall.shipping.ServiceLevel;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class OperatorsOrderTests {
    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private Shipments shipments;

    @Test
    void an_operator_sees_what_is_in_each_package_and_what_its_label_said_before() {
        SellerId nadia = market.seller("Nadia's Kitchen");
        Offer kettle = market.offer(nadia, "KETTLE", "Gooseneck kettle", "49.90", 9);
        Offer pan = market.offer(nadia, "PAN", "Frying pan", "20.00", 9);
        Order order = market.order(market.buyer("Omar"), kettle, 2, pan, 1);
        int kettles = order.lines().stream()
                .filter(it -> it.sku().equals(kettle.key().sku()))
                .findFirst()
                .orElseThrow()
                .number();
        Parcel first = market.ship(order, new Parcel.Content(kettles, 2));
        market.ship(order);
        NewLabel corrected = new NewLabel(Carrier.UPS, "", "1Z5R89390357567127", "", "Express", ServiceLevel.EXPEDITED);
        assertThat(shipments.relabel(nadia, order.id(), first.number(), corrected, "Nadia Rahman"))
                .isInstanceOf(ConfirmationResult.Confirmed.class);

        String page = browsers.openFor(market.operator("Iris"))
                .get("/operator/sellers/" + nadia + "/orders/" + order.id())
                .text();

        assertThat(page)
                .contains("Package 1")
                .contains("Contents 2 × Gooseneck kettle")
                .contains("Package 2")
                .contains("Contents 1 × Frying pan")
                .contains("Label corrections Before: UPS, " + MarketFixture.UPS_NUMBER)
                .contains("Corrected by Nadia Rahman")
                .contains("1Z5R89390357567127");
    }
}
