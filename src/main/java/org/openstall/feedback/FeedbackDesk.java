package org.openstall.feedback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.Page;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.TimeOrderedIds;
import org.openstall.listings.NotAsDescribed;
import org.openstall.listings.OfferKey;
import org.openstall.listings.RootCauses;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.marketplaces.Policy;
import org.openstall.ordering.CancelReason;
import org.openstall.ordering.Order;
import org.openstall.ordering.Orders;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes, finds and ends feedback. */
@Service
public class FeedbackDesk {
    public static final int LONGEST_COMMENT = 400;
    private static final int STRETCH = 100;

    private final FeedbackStore store;
    private final Orders orders;
    private final RootCauses rootCauses;
    private final Marketplaces marketplaces;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FeedbackDesk(
            FeedbackStore store,
            Orders orders,
            RootCauses rootCauses,
            Marketplaces marketplaces,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.orders = orders;
        this.rootCauses = rootCauses;
        this.marketplaces = marketplaces;
        this.events = events;
        this.clock = clock;
    }

    /**
     * How long something is possible.
     *
     * @param lastDay in the order's marketplace, to its end
     */
    public record Window(LocalDate lastDay, boolean open) {}

    /** When a buyer may leave feedback on an order. */
    public Window forLeaving(Order order) {
        return window(order.marketplace(), order.orderedAt(), Policy.FEEDBACK_PERIOD);
    }

    /** When the buyer may take feedback back. */
    public Window forRemoving(Feedback feedback) {
        return window(feedback.marketplace(), feedback.givenAt(), Policy.FEEDBACK_REMOVAL_BY_BUYER);
    }

    private Window window(MarketplaceId id, Instant from, Policy days) {
        Marketplace marketplace = marketplaces.get(id);
        LocalDate lastDay =
                marketplace.dayOf(from).plusDays(marketplaces.policies(id).whole(days));
        return new Window(lastDay, !marketplace.dayOf(clock.instant()).isAfter(lastDay));
    }

    /** A buyer's own orders that {@linkplain #awaiting(Collection) await} his feedback, newest first. */
    public Page<Order> awaiting(BuyerId buyer, @Nullable String after, int size) {
        Instant earliest = clock.instant().minus(longestPeriod());
        List<Order> found = new ArrayList<>();
        String next = after;
        do {
            Page<Order> stretch = orders.of(buyer, next, STRETCH);
            found.addAll(awaiting(stretch.items()));
            next = stretch.next() != null
                            && stretch.items().getLast().orderedAt().isAfter(earliest)
                    ? stretch.next()
                    : null;
        } while (next != null && found.size() <= size);
        return Page.cut(found, size, Orders::key);
    }

    /** No window is open for longer, whenever in a day it began, and if clocks were set back since. */
    private Duration longestPeriod() {
        return Duration.ofDays(2
                + marketplaces.all().stream()
                        .mapToInt(it -> marketplaces.policies(it.id()).whole(Policy.FEEDBACK_PERIOD))
                        .max()
                        .orElse(0));
    }

    /** Those of the orders that have come by now, or should have, and on which feedback may still be left. */
    public List<Order> awaiting(Collection<Order> orders) {
        List<Order> open = orders.stream()
                .filter(it -> shouldHaveCome(it) && forLeaving(it).open())
                .toList();
        Set<OrderId> judged = store.judged(open);
        return open.stream().filter(it -> !judged.contains(it.id())).toList();
    }

    /** An order that the buyer himself did not want any more never should. */
    private boolean shouldHaveCome(Order order) {
        CancelReason cancelled = order.cancelReason();
        boolean wanted = cancelled == null || cancelled.countsAgainstSeller();
        return order.deliveredAt() != null || (wanted && order.promisedBy().isBefore(clock.instant()));
    }

    /** Leaves feedback on a buyer's own order. */
    @Transactional
    public LeaveResult leave(BuyerId buyer, OrderId id, int stars, Feedback.Answers answers, String comment) {
        Order order = orders.get(buyer, id);
        Instant now = clock.instant();
        if (stars < 1 || stars > 5) {
            return new LeaveResult.Refused(LeaveResult.Reason.STARS_MISSING);
        }
        if (comment.strip().length() > LONGEST_COMMENT) {
            return new LeaveResult.Refused(LeaveResult.Reason.COMMENT_TOO_LONG);
        }
        if (!forLeaving(order).open()) {
            return new LeaveResult.Refused(LeaveResult.Reason.TOO_LATE);
        }
        Feedback feedback = new Feedback(
                order.seller(),
                id,
                TimeOrderedIds.create(now),
                order.marketplace(),
                buyer,
                order.buyerName(),
                stars,
                answers,
                comment.strip(),
                now,
                null,
                null);
        if (!store.addFirst(feedback)) {
            return new LeaveResult.Refused(LeaveResult.Reason.ALREADY_LEFT);
        }
        if (feedback.isAgainstOffers()) {
            offersOf(order)
                    .forEach(it -> rootCauses.note(
                            it, NotAsDescribed.Source.FEEDBACK, feedback.id().toString()));
        }
        events.publishEvent(new FeedbackLeft(order.seller(), id, feedback.id(), stars, now));
        return new LeaveResult.Left(feedback);
    }

    /** Feedback is about an order as a whole, so it speaks against each offer in it. */
    static List<OfferKey> offersOf(Order order) {
        return order.lines().stream()
                .map(it -> new OfferKey(order.seller(), order.marketplace(), it.sku()))
                .sorted()
                .toList();
    }

    /**
     * Takes a buyer's feedback back. False when it is too late by policy.
     *
     * @throws LostRace if there is none in force any more
     */
    @Transactional
    public boolean remove(BuyerId buyer, OrderId id) {
        Order order = orders.get(buyer, id);
        Feedback feedback = inForce(order.seller(), id)
                .orElseThrow(() -> new LostRace("No feedback on " + id + " is in force any more"));
        if (!forRemoving(feedback).open()) {
            return false;
        }
        Instant now = clock.instant();
        LostRace.unlessOne(
                store.end(feedback, now, Feedback.End.REMOVED_BY_BUYER),
                "Feedback on " + id + " has been removed meanwhile");
        offersOf(order)
                .forEach(it -> rootCauses.takeBack(
                        it, NotAsDescribed.Source.FEEDBACK, feedback.id().toString()));
        events.publishEvent(new FeedbackEnded(feedback.seller(), id, feedback.id(), now));
        return true;
    }

    public Optional<Feedback> inForce(SellerId seller, OrderId order) {
        return store.of(seller, List.of(order)).stream()
                .filter(it -> it.endedAt() == null)
                .findFirst();
    }

    /** Feedback in force on any of the orders, by order. */
    public Map<OrderId, Feedback> inForce(SellerId seller, List<OrderId> orders) {
        return store.of(seller, orders).stream()
                .filter(it -> it.endedAt() == null)
                .collect(Collectors.toMap(Feedback::order, it -> it));
    }

    /**
     * A seller's feedback in force, newest first.
     *
     * @param stars only that many, or null for all
     */
    public Page<Feedback> of(
            SellerId seller, MarketplaceId marketplace, @Nullable Integer stars, @Nullable String after, int size) {
        return store.of(seller, marketplace, stars, after, size);
    }

    /** All feedback ever given on the orders, in force or not: the facts that health numbers derive from. */
    public List<Feedback> history(SellerId seller, List<OrderId> orders) {
        return store.of(seller, orders);
    }

    /**
     * Adds feedback of another marketplace's past; what is there already only ends, if it has meanwhile.
     *
     * @return how many are new or have ended
     */
    @Transactional
    public int recordHistory(Collection<Feedback> past) {
        Map<UUID, Feedback> known =
                store.known(past).stream().collect(Collectors.toMap(Feedback::id, Function.identity()));
        List<Feedback> ended = past.stream()
                .filter(it -> it.endedAt() != null)
                .filter(it -> known.containsKey(it.id()) && known.get(it.id()).endedAt() == null)
                .toList();
        List<Feedback> fresh =
                past.stream().filter(it -> !known.containsKey(it.id())).toList();
        store.endAll(ended);
        store.addAll(fresh);
        List<FeedbackEnded> ends = new ArrayList<>();
        for (Feedback feedback : past) {
            boolean news = !known.containsKey(feedback.id())
                    || known.get(feedback.id()).endedAt() == null;
            if (feedback.endedAt() != null && news) {
                ends.add(new FeedbackEnded(feedback.seller(), feedback.order(), feedback.id(), feedback.endedAt()));
            }
        }
        events.publishEvent(new FeedbackRecorded(
                fresh.stream()
                        .map(it -> new FeedbackLeft(it.seller(), it.order(), it.id(), it.stars(), it.givenAt()))
                        .toList(),
                ends));
        return fresh.size() + ended.size();
    }
}
