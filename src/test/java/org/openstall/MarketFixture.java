package org.openstall;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.ChangeKey;
import org.openstall.catalog.Changes;
import org.openstall.catalog.NewProduct;
import org.openstall.catalog.PageField;
import org.openstall.catalog.Proposal;
import org.openstall.catalog.ProposalKey;
import org.openstall.catalog.Proposals;
import org.openstall.feedback.Feedback;
import org.openstall.feedback.FeedbackDesk;
import org.openstall.feedback.LeaveResult;
import org.openstall.fulfilment.Confirmation;
import org.openstall.fulfilment.ConfirmationResult;
import org.openstall.fulfilment.NewLabel;
import org.openstall.fulfilment.Parcel;
import org.openstall.fulfilment.Shipments;
import org.openstall.identity.Accounts;
import org.openstall.identity.Registration;
import org.openstall.identity.User;
import org.openstall.identity.Users;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.Money;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.listings.Condition;
import org.openstall.listings.NewOffer;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferKey;
import org.openstall.listings.Offers;
import org.openstall.listings.Take;
import org.openstall.listings.Terms;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.Address;
import org.openstall.ordering.Carts;
import org.openstall.ordering.Checkout;
import org.openstall.ordering.CheckoutResult;
import org.openstall.ordering.Checkouts;
import org.openstall.ordering.Deliveries;
import org.openstall.ordering.Gift;
import org.openstall.ordering.Order;
import org.openstall.ordering.Orders;
import org.openstall.payments.Card;
import org.openstall.sellers.NewSeller;
import org.openstall.sellers.Sellers;
import org.openstall.shipping.Carrier;
import org.openstall.shipping.ServiceLevel;

/**
 * Brings people, offers and orders about as life does: through the public commands of the modules, at the time the
 * program's clock shows. Everything it makes is new, so that tests do not meet in the database they share. A test
 * asks for it as it asks for any bean.
 */
public final class MarketFixture {
    public static final String PASSWORD = "correct horse battery";
    public static final Card GOOD_CARD = new Card("4242 4242 4242 4242", YearMonth.of(2099, 12), "Omar");
    public static final String UPS_NUMBER = "1Z999AA10123456784";

    /** A Monday, nine in the morning in Los Angeles. */
    public static final Instant MONDAY = Instant.parse("2026-06-01T16:00:00Z");

    private final Sellers sellers;
    private final Users users;
    private final Accounts accounts;
    private final Catalog catalog;
    private final Proposals proposals;
    private final Changes changes;
    private final Offers offers;
    private final Marketplaces marketplaces;
    private final Carts carts;
    private final Checkouts checkouts;
    private final Deliveries deliveries;
    private final Orders orders;
    private final Shipments shipments;
    private final FeedbackDesk feedback;
    private final Clock clock;

    MarketFixture(
            Sellers sellers,
            Users users,
            Accounts accounts,
            Catalog catalog,
            Proposals proposals,
            Changes changes,
            Offers offers,
            Marketplaces marketplaces,
            Carts carts,
            Checkouts checkouts,
            Deliveries deliveries,
            Orders orders,
            Shipments shipments,
            FeedbackDesk feedback,
            Clock clock) {
        this.sellers = sellers;
        this.users = users;
        this.accounts = accounts;
        this.catalog = catalog;
        this.proposals = proposals;
        this.changes = changes;
        this.offers = offers;
        this.marketplaces = marketplaces;
        this.carts = carts;
        this.checkouts = checkouts;
        this.deliveries = deliveries;
        this.orders = orders;
        this.shipments = shipments;
        this.feedback = feedback;
        this.clock = clock;
    }

    public Marketplace us() {
        return marketplaces.get(Marketplaces.US);
    }

    /** Somebody who can sign in with {@link #PASSWORD}. */
    public User user(String name) {
        String email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + '-' + UUID.randomUUID() + "@people.example";
        return switch (users.register(email, name, PASSWORD)) {
            case Registration.Registered registered -> registered.user();
            case Registration.Refused refused -> throw new AssertionError(refused);
        };
    }

    /** A business that sells in the US. */
    public SellerId seller(String name) {
        return sellers.open(NewSeller.newcomer(name, "Portland, OR", Marketplaces.US, clock.instant()));
    }

    /** A user who sells for a business. */
    public User userOf(SellerId seller, String name) {
        User user = user(name);
        accounts.setSeller(user.id(), seller);
        return users.find(user.id()).orElseThrow();
    }

    public User operator(String name) {
        User user = user(name);
        accounts.setOperator(user.id(), true);
        return users.find(user.id()).orElseThrow();
    }

    /** A new product of category {@code home-kitchen} and an offer of it in the US, in dollars. */
    public Offer offer(SellerId seller, String sku, String title, String price, int quantity) {
        ProductId product =
                catalog.add(NewProduct.of(title, "Hollin", "home-kitchen")).id();
        return offer(seller, product, sku, price, quantity);
    }

    /** Another seller's offer of the same product. */
    public Offer offer(SellerId seller, Offer same, String sku, String price, int quantity) {
        return offer(seller, same.product(), sku, price, quantity);
    }

    private Offer offer(SellerId seller, ProductId product, String sku, String price, int quantity) {
        OfferKey key = new OfferKey(seller, Marketplaces.US, new Sku(sku));
        Money amount = Money.ofDecimal(new BigDecimal(price), us().currency());
        offers.listAll(List.of(new NewOffer(key, product, Condition.NEW, Terms.of(amount, quantity), true)));
        return offers.find(key).orElseThrow();
    }

    /** A page of a kitchen thing that a seller would like to have. */
    public Proposal proposal(SellerId seller, String title) {
        return proposals.propose(
                new ProposalKey(seller, UUID.randomUUID()),
                Marketplaces.US,
                NewProduct.of(title, "Hollin", "home-kitchen"),
                null,
                "Nadia");
    }

    /** A seller's wish to have a page's title changed. */
    public ChangeKey changeRequest(SellerId seller, ProductId product, String title) {
        ChangeKey key = new ChangeKey(product, UUID.randomUUID());
        String now = catalog.find(product).orElseThrow().title();
        changes.request(key, seller, PageField.of(PageField.Kind.TITLE), now, title, "It is on the box.", "Nadia");
        return key;
    }

    /** Any buyer of that name. */
    public Buyer buyer(String name) {
        return new Buyer(new BuyerId(UUID.randomUUID()), name);
    }

    public record Buyer(BuyerId id, String name) {}

    /** A user as the buyer he also is. */
    public Buyer buyer(User user) {
        return new Buyer(user.signedIn().buyer(), user.name());
    }

    /** Puts one unit of each offer into a buyer's cart. */
    public void fillCart(Buyer buyer, Offer... wanted) {
        Arrays.stream(wanted).forEach(it -> carts.add(buyer.id(), it.key(), 1));
    }

    /** One unit of each offer, which must all be of one seller. */
    public Order order(Buyer buyer, Offer... wanted) {
        return orders(buyer, wanted).getFirst();
    }

    /** One unit of each offer; one order for each seller. */
    public List<Order> orders(Buyer buyer, Offer... wanted) {
        return orders(
                buyer,
                Arrays.stream(wanted)
                        .map(it -> new Take(it.key(), 1, it.price()))
                        .toList());
    }

    /** So many units of two offers of one seller. */
    public Order order(Buyer buyer, Offer one, int units, Offer other, int othersUnits) {
        return orders(
                        buyer,
                        List.of(
                                new Take(one.key(), units, one.price()),
                                new Take(other.key(), othersUnits, other.price())))
                .getFirst();
    }

    /** One unit of an offer, given away; the seller has to offer that. */
    public Order gift(Buyer buyer, Offer offer, Gift gift) {
        return orders(buyer, List.of(new Take(offer.key(), 1, offer.price())), Map.of(offer.key(), gift))
                .getFirst();
    }

    private List<Order> orders(Buyer buyer, List<Take> seen) {
        return orders(buyer, seen, Map.of());
    }

    private List<Order> orders(Buyer buyer, List<Take> seen, Map<OfferKey, Gift> gifts) {
        seen.forEach(it -> carts.add(buyer.id(), it.offer(), it.quantity()));
        Checkout checkout = new Checkout(
                UUID.randomUUID(),
                buyer.id(),
                buyer.name(),
                Marketplaces.US,
                seen,
                Map.of(),
                gifts,
                deliveries.cheapest(us(), address(buyer.name()), seen),
                Money.zero(us().currency()),
                address(buyer.name()),
                GOOD_CARD);
        return switch (checkouts.place(checkout)) {
            case CheckoutResult.Placed placed ->
                placed.orders().stream().map(it -> orders.get(buyer.id(), it)).toList();
            case CheckoutResult refused -> throw new AssertionError(refused);
        };
    }

    public static Address address(String name) {
        return new Address(name, "12 Alder St", "Apt 4", "Portland", "OR", "97205", "US", "+1 503 555 0123");
    }

    /** Confirms shipment with a UPS number: of the given contents, or of all that is left. */
    public Parcel ship(Order order, Parcel.Content... contents) {
        NewLabel label = new NewLabel(Carrier.UPS, "", UPS_NUMBER, "", "Ground", ServiceLevel.STANDARD);
        return switch (shipments.confirm(order.seller(), order.id(), new Confirmation(label, List.of(contents)))) {
            case ConfirmationResult.Confirmed confirmed -> confirmed.parcel();
            case ConfirmationResult refused -> throw new AssertionError(refused);
        };
    }

    /** The carrier delivers now what has been shipped. */
    public void deliver(Order order) {
        shipments.scanned(
                order.seller(), order.id(), 1, new Parcel.Scan(Parcel.Kind.DELIVERED, clock.instant(), "Portland, OR"));
    }

    public Feedback leaveFeedback(Buyer buyer, OrderId order, int stars, String comment) {
        Feedback.Answers answers = new Feedback.Answers(stars > 2, true, stars > 3);
        return switch (feedback.leave(buyer.id(), order, stars, answers, comment)) {
            case LeaveResult.Left left -> left.feedback();
            case LeaveResult refused -> throw new AssertionError(refused);
        };
    }

    /** An order placed, shipped, delivered and judged, all at the instant the clock shows. */
    public Order livedOrder(String buyerName, int stars, String comment, Offer... wanted) {
        Buyer buyer = buyer(buyerName);
        Order order = order(buyer, wanted);
        ship(order);
        deliver(order);
        leaveFeedback(buyer, order.id(), stars, comment);
        return find(order);
    }

    public Instant now() {
        return clock.instant();
    }

    /** The order as its seller sees it now. */
    public Order find(Order order) {
        return orders.get(order.seller(), order.id());
    }

    /** The offer as it is now. */
    public Offer find(OfferKey key) {
        return offers.find(key).orElseThrow();
    }

    /** The seller's offer in the US, as it is now. */
    public Offer find(SellerId seller, String sku) {
        return find(new OfferKey(seller, Marketplaces.US, new Sku(sku)));
    }
}
