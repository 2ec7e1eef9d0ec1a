package org.openstall.feeds;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.AttributeProblem;
import org.openstall.catalog.NewProduct;
import org.openstall.catalog.PageReading;
import org.openstall.catalog.Product;
import org.openstall.catalog.ProductType;
import org.openstall.catalog.ProductTypes;
import org.openstall.catalog.Proposal;
import org.openstall.catalog.Proposal.Stage;
import org.openstall.catalog.ProposalKey;
import org.openstall.catalog.Proposals;
import org.openstall.kernel.Money;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.Sku;
import org.openstall.listings.Condition;
import org.openstall.listings.Gifts;
import org.openstall.listings.Handling;
import org.openstall.listings.OfferKey;
import org.openstall.listings.OfferRefusal;
import org.openstall.listings.Offers;
import org.openstall.listings.PriceLimits;
import org.openstall.listings.ProposedOffer;
import org.openstall.listings.StagedRow;
import org.openstall.listings.Terms;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.search.Duplicates;
import org.springframework.stereotype.Component;

/** Pages that files bring: kept until all is published, then proposed, each with the offer that waits for it. */
@Component
class NewPages {
    /** Of the text of a problem with an attribute. */
    private static final int PROBLEM_ARGUMENTS = 4;

    private static final int MOST_SIMILAR = 3;

    /** An operator looks at each. */
    private static final int MOST_PAGES = 2_000;

    private static final Map<OfferRefusal, Finding> BEYOND_LIMITS = Map.of(
            OfferRefusal.MINIMUM_ABOVE_MAXIMUM, Finding.MINIMUM_ABOVE_MAXIMUM,
            OfferRefusal.PRICE_BELOW_MINIMUM, Finding.PRICE_BELOW_MINIMUM,
            OfferRefusal.PRICE_ABOVE_MAXIMUM, Finding.PRICE_ABOVE_MAXIMUM);

    private final Offers offers;
    private final ProductTypes types;
    private final Proposals proposals;
    private final Duplicates duplicates;
    private final Marketplaces marketplaces;

    NewPages(Offers offers, ProductTypes types, Proposals proposals, Duplicates duplicates, Marketplaces marketplaces) {
        this.offers = offers;
        this.types = types;
        this.proposals = proposals;
        this.duplicates = duplicates;
        this.marketplaces = marketplaces;
    }

    Kept of(Feed feed) {
        return new Kept(feed);
    }

    /**
     * A page to be proposed, with the offer that waits for it.
     *
     * @param page null if it waits already and only its offer changes
     * @param before the proposal that waits already
     */
    private record NewPage(
            int record,
            @Nullable NewProduct page,
            ProposedOffer offer,
            @Nullable ProposalKey before) {}

    /** Of one run of a file. */
    final class Kept {
        private final Feed feed;
        private final Map<Sku, NewPage> pages = new LinkedHashMap<>();

        /** How many of them do not wait already. */
        private int fresh;

        private Kept(Feed feed) {
            this.feed = feed;
        }

        /** What the seller has proposed for the SKUs before. */
        Map<Sku, Proposal> before(Collection<Sku> skus) {
            return proposals.last(feed.seller(), feed.marketplace(), skus);
        }

        /**
         * Keeps the page until all is published; the same SKU again takes its place.
         *
         * @param before what was proposed for the SKU before
         * @param issues told of what is wrong with it, or that it will be proposed
         * @return the page that came of the same proposal before, on which the row's offer can be listed; else null
         */
        @Nullable
        ProductId keep(StagedRow row, WrittenPage written, @Nullable Proposal before, Consumer<Issue> issues) {
            List<Issue> found = new ArrayList<>();
            NewProduct page = page(row, written, found);
            Long price = row.price();
            Condition condition = row.condition();
            if (price == null) {
                found.add(Issue.of(row.record(), row.sku().value(), Finding.PRICE_MISSING));
            }
            if (condition == null) {
                found.add(Issue.of(row.record(), row.sku().value(), Finding.CONDITION_MISSING));
            }
            if (found.isEmpty() && fresh == MOST_PAGES && !pages.containsKey(row.sku())) {
                found.add(Issue.of(row.record(), row.sku().value(), Finding.TOO_MANY_PAGES, MOST_PAGES));
            }
            Terms terms = price == null ? null : terms(row, price);
            if (terms != null) {
                Set<OfferRefusal> refusals = offers.refusals(key(row.sku()), terms);
                BEYOND_LIMITS.forEach((refusal, finding) -> {
                    if (refusals.contains(refusal)) {
                        found.add(Issue.of(row.record(), row.sku().value(), finding));
                    }
                });
            }
            Proposal same = before != null && before.page().equals(page) ? before : null;
            if (found.isEmpty() && same != null && same.stage() == Stage.REJECTED) {
                found.add(Issue.of(row.record(), row.sku().value(), Finding.PAGE_REJECTED, reason(same)));
            }
            found.forEach(issues);
            if (page == null || terms == null || condition == null || !found.isEmpty()) {
                return null;
            }
            ProposedOffer offer = ProposedOffer.of(key(row.sku()), condition, terms, row.template());
            if (same != null && same.product() != null) {
                replace(row, null, issues);
                return same.product();
            }
            boolean waits = same != null && (same.stage() == Stage.WAITING || same.stage() == Stage.APPROVED);
            ProposalKey waiting = before != null && (waits || before.stage() == Stage.WAITING) ? before.key() : null;
            replace(row, new NewPage(row.record(), waits ? null : page, offer, waiting), issues);
            Finding fate =
                    waits ? Finding.PAGE_WAITS : waiting == null ? Finding.PAGE_PROPOSED : Finding.PAGE_PROPOSED_ANEW;
            issues.accept(Issue.of(row.record(), row.sku().value(), fate));
            List<Product> similar = waits ? List.of() : duplicates.of(feed.marketplace(), page);
            if (!similar.isEmpty()) {
                issues.accept(Issue.of(row.record(), row.sku().value(), Finding.PAGE_SIMILAR, named(similar)));
            }
            return null;
        }

        /** What the file said of the SKU before does not count any more. */
        private void replace(StagedRow row, @Nullable NewPage page, Consumer<Issue> issues) {
            NewPage earlier = page == null ? pages.remove(row.sku()) : pages.put(row.sku(), page);
            fresh += page != null && page.page() != null ? 1 : 0;
            if (earlier != null) {
                fresh -= earlier.page() != null ? 1 : 0;
                issues.accept(Issue.of(earlier.record(), row.sku().value(), Finding.SUPERSEDED, row.record()));
            }
        }

        private static String reason(Proposal rejected) {
            return rejected.decision() == null ? "" : rejected.decision().reason();
        }

        private static String named(List<Product> similar) {
            return similar.stream()
                    .limit(MOST_SIMILAR)
                    .map(it -> it.id() + " (" + it.title() + ")")
                    .collect(Collectors.joining(", "));
        }

        private Terms terms(StagedRow row, long price) {
            return new Terms(
                    money(price),
                    new PriceLimits(limit(row.minimum()), limit(row.maximum())),
                    Objects.requireNonNullElse(row.quantity(), 0),
                    new Handling(null, row.handlingMost()),
                    row.note() == null || row.note().isEmpty() ? null : row.note(),
                    new Gifts(Boolean.TRUE.equals(row.giftMessage()), Boolean.TRUE.equals(row.giftWrap())));
        }

        private @Nullable Money limit(@Nullable Long minor) {
            return minor == null || minor == StagedRow.NO_LIMIT ? null : money(minor);
        }

        private Money money(long minor) {
            return new Money(minor, marketplaces.get(feed.marketplace()).currency());
        }

        private @Nullable NewProduct page(StagedRow row, WrittenPage written, List<Issue> found) {
            ProductType type =
                    types.find(written.type().toUpperCase(Locale.ROOT)).orElse(null);
            if (type == null) {
                found.add(Issue.of(row.record(), row.sku().value(), Finding.TYPE_UNKNOWN, written.type()));
                return null;
            }
            PageReading reading = types.readPage(type, written.fields());
            reading.problems().stream()
                    .sorted()
                    .forEach(it -> found.add(
                            Issue.of(row.record(), row.sku().value(), Finding.PAGE_FIELD, it.field(), it.key())));
            reading.attributeProblems()
                    .forEach(it ->
                            found.add(Issue.of(row.record(), row.sku().value(), Finding.PAGE_ATTRIBUTE, told(it))));
            return reading.page();
        }

        /** The languages follow each other, each with as many arguments as the longest text has. */
        private static Object[] told(AttributeProblem problem) {
            List<Object> told = new ArrayList<>(List.of(problem.key()));
            for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN, Locale.TRADITIONAL_CHINESE)) {
                Object[] arguments = problem.arguments(language);
                for (int i = 0; i < PROBLEM_ARGUMENTS; i++) {
                    told.add(i < arguments.length ? arguments[i] : "");
                }
            }
            return told.toArray();
        }

        /** The proposal's id comes of the file's, so that a file that is run again proposes nothing twice. */
        void propose() {
            pages.values().forEach(it -> {
                NewProduct page = it.page();
                ProposalKey before = it.before();
                if (page == null) {
                    if (before != null) {
                        proposals.changeOffer(before, it.offer().toText());
                    }
                    return;
                }
                if (before != null) {
                    proposals.withdraw(before, feed.submittedBy());
                }
                String name = feed.id() + "/" + it.record();
                UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
                proposals.propose(
                        new ProposalKey(feed.seller(), id),
                        feed.marketplace(),
                        page,
                        it.offer().toText(),
                        feed.submittedBy());
            });
        }

        private OfferKey key(Sku sku) {
            return new OfferKey(feed.seller(), feed.marketplace(), sku);
        }
    }
}
