package org.openstall.simulation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openstall.carriers.Outcome;
import org.openstall.carriers.TrackingEvent;
import org.openstall.carriers.TrackingEvents;
import org.openstall.feedback.FeedbackDesk;
import org.openstall.feedback.LeaveResult;
import org.openstall.fulfilment.Confirmation;
import org.openstall.fulfilment.ConfirmationResult;
import org.openstall.fulfilment.Parcel;
import org.openstall.fulfilment.Shipments;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;
import org.openstall.listings.EditResult;
import org.openstall.listings.NewOffer;
import org.openstall.listings.OfferEdit;
import org.openstall.listings.OfferKey;
import org.openstall.listings.Offers;
import org.openstall.listings.Take;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.CancelReason;
import org.openstall.ordering.Carts;
import org.openstall.ordering.Checkout;
import org.openstall.ordering.CheckoutResult;
import org.openstall.ordering.Checkouts;
import org.openstall.ordering.Deliveries;
import org.openstall.ordering.Orders;
import org.openstall.payments.Card;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What people can do in the marketplace, for people who know what they do: a refusal is a bug of the story. */
@Component
class Market {
    private static final Logger LOG = LoggerFactory.getLogger(Market.class);

    private final Marketplaces marketplaces;
    private final Offers offers;
    private final Carts carts;
    private final Checkouts checkouts;
    private final Deliveries deliveries;
    private final Orders orders;
    private final Shipments shipments;
    private final TrackingEvents trackingEvents;
    private final FeedbackDesk feedback;
    private final Clock clock;

    Market(
            Marketplaces marketplaces,
            Offers offers,
            Carts carts,
            Checkouts checkouts,
            Deliveries deliveries,
            Orders orders,
            Shipments shipments,
            TrackingEvents trackingEvents,
            FeedbackDesk feedback,
            Clock clock) {
        this.marketplaces = marketplaces;
        this.offers = offers;
        this.carts = carts;
        this.checkouts = checkouts;
        this.deliveries = deliveries;
        this.orders = orders;
        this.shipments = shipments;
        this.trackingEvents = trackingEvents;
        this.feedback = feedback;
        this.clock = clock;
    }

    void list(List<NewOffer> all) {
        offers.listAll(all);
    }

    void edit(OfferKey offer, OfferEdit edit, String by) {
        if (offers.edit(offer, edit, by) instanceof EditResult.Refused refused) {
            throw unexpected("Editing " + offer, refused);
        }
    }

    /** Puts things into a cart and buys them. */
    Map<SellerId, OrderId> buy(UUID checkout, MarketplaceId marketplace, Shopper shopper, List<Take> takes) {
        takes.forEach(it -> carts.add(shopper.id(), it.offer(), it.quantity()));
        return checkOut(checkout, marketplace, shopper, takes);
    }

    /** The orders of a checkout; one that has been placed before is not placed again. */
    Map<SellerId, OrderId> checkOut(UUID checkout, MarketplaceId id, Shopper shopper, List<Take> takes) {
        Marketplace marketplace = marketplaces.get(id);
        long sellers = takes.stream().map(it -> it.offer().seller()).distinct().count();
        CheckoutResult result = checkouts.place(new Checkout(
                checkout,
                shopper.id(),
                shopper.name(),
                id,
                takes,
                deliveries.cheapest(marketplace, shopper.address(), takes),
                shopper.address(),
                new Card("4242424242424242", YearMonth.from(today(marketplace)).plusYears(2), shopper.name())));
        if (!(result instanceof CheckoutResult.Placed placed)) {
            throw unexpected("The checkout of " + shopper.name(), result);
        }
        Map<SellerId, OrderId> placedOrders = new HashMap<>();
        if (sellers == 1) {
            placedOrders.put(takes.getFirst().offer().seller(), placed.orders().getFirst());
        } else {
            placed.orders()
                    .forEach(it -> placedOrders.put(orders.get(shopper.id(), it).seller(), it));
        }
        return placedOrders;
    }

    private LocalDate today(Marketplace marketplace) {
        return marketplace.dayOf(clock.instant());
    }

    void cancel(SellerId seller, OrderId order, CancelReason reason) {
        orders.cancel(seller, order, reason);
    }

    void ship(SellerId seller, OrderId order, Confirmation confirmation) {
        ConfirmationResult result = shipments.confirm(seller, order, confirmation);
        if (!(result instanceof ConfirmationResult.Confirmed)) {
            throw unexpected("Shipping " + order, result);
        }
    }

    /**
     * The carrier reports as carriers do, by the number alone and with all that is checked then. Visitors ship, too, so
     * that a refusal is no bug of the story.
     */
    void report(Parcel parcel, Parcel.Scan scan) {
        Outcome outcome = trackingEvents.take(new TrackingEvent(
                "",
                parcel.carrierName(),
                String.valueOf(parcel.trackingNumber()),
                scan.kind().name(),
                scan.at().toString(),
                scan.place()));
        if (outcome.isRefusal()) {
            LOG.warn("A report on {} was refused: {}", parcel.order(), outcome);
        }
    }

    /** What a carrier reported in the past. */
    void report(SellerId seller, OrderId order, int parcel, Parcel.Scan scan) {
        shipments.scanned(seller, order, parcel, scan);
    }

    void rate(BuyerId buyer, OrderId order, Opinion opinion) {
        LeaveResult result = feedback.leave(buyer, order, opinion.stars(), opinion.answers(), opinion.comment());
        if (!(result instanceof LeaveResult.Left)) {
            throw unexpected("Feedback on " + order, result);
        }
    }

    void takeBack(BuyerId buyer, OrderId order) {
        feedback.remove(buyer, order);
    }

    private static Refused unexpected(String act, Object result) {
        return new Refused(act + " was refused: " + result);
    }

    /** Nobody let it happen. */
    static final class Refused extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        private Refused(String message) {
            super(message);
        }
    }
}
