package org.openstall.feedback;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openstall.kernel.Audit;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.Page;
import org.openstall.kernel.SellerId;
import org.openstall.listings.NotAsDescribed.Source;
import org.openstall.listings.RootCauses;
import org.openstall.listings.RootCauses.Noted;
import org.openstall.ordering.Orders;
import org.springframework.stereotype.Component;

/** Compares what counts against offers as not as described with the feedback that says so, both ways. */
@Component
class RootCauseAudit implements Audit {
    private static final int BATCH = 1_000;

    private final FeedbackStore store;
    private final RootCauses rootCauses;
    private final Orders orders;

    RootCauseAudit(FeedbackStore store, RootCauses rootCauses, Orders orders) {
        this.store = store;
        this.rootCauses = rootCauses;
        this.orders = orders;
    }

    @Override
    public String name() {
        return "Offers that feedback calls not as described";
    }

    @Override
    public long run(Consumer<String> differences) {
        Page.walk(after -> store.againstOffers(after, BATCH), stretch -> bySeller(stretch, Feedback::seller)
                .forEach((seller, its) -> {
                    Set<Noted> said = said(seller, its);
                    said.removeAll(rootCauses.noted(seller, Source.FEEDBACK, ids(said)));
                    said.forEach(it -> differences.accept(sentence(it) + "does not count, but is in force"));
                }));
        return Page.walk(
                after -> rootCauses.noted(Source.FEEDBACK, after, BATCH),
                stretch -> bySeller(stretch, it -> it.offer().seller()).forEach((seller, its) -> {
                    Set<Noted> counted = new TreeSet<>(its);
                    counted.removeAll(said(seller, store.againstOffers(seller, ids(its))));
                    counted.forEach(it -> differences.accept(sentence(it) + "counts, but is not in force"));
                }));
    }

    private static <T> Map<SellerId, List<T>> bySeller(List<T> stretch, Function<T, SellerId> seller) {
        return stretch.stream().collect(Collectors.groupingBy(seller));
    }

    private static Set<String> ids(Iterable<Noted> noted) {
        Set<String> ids = new TreeSet<>();
        noted.forEach(it -> ids.add(it.id()));
        return ids;
    }

    /** What feedback on a seller's orders says against his offers. */
    private Set<Noted> said(SellerId seller, List<Feedback> feedback) {
        Map<OrderId, List<Feedback>> byOrder = feedback.stream().collect(Collectors.groupingBy(Feedback::order));
        return orders.find(seller, List.copyOf(byOrder.keySet())).stream()
                .flatMap(order -> byOrder.getOrDefault(order.id(), List.of()).stream()
                        .flatMap(it -> FeedbackDesk.offersOf(order).stream()
                                .map(offer -> new Noted(offer, it.id().toString()))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String sentence(Noted noted) {
        return "SKU " + noted.offer().sku() + " of seller " + noted.offer().seller() + " in "
                + noted.offer().marketplace() + ": feedback " + noted.id() + " that calls it not as described ";
    }
}
