package org.openstall.operatordesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowsers;
import org.openstall.catalog.ChangeKey;
import org.openstall.catalog.ChangeRequest;
import org.openstall.catalog.Changes;
import org.openstall.catalog.Proposal;
import org.openstall.catalog.ProposalKey;
import org.openstall.catalog.Proposals;
import org.openstall.kernel.Page;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.springframework.beans.factory.annotation.Autowired;

/** Sellers ask for more than fits on a page: everything is found by leafing, nothing twice. */
@OpenstallTest
class CatalogueQueuesTests {
    private static final int MANY = 120;

    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private Proposals proposals;

    @Autowired
    private Changes changes;

    private SellerId nadias;
    private TestBrowser nadia;
    private TestBrowser iris;

    @BeforeEach
    void people() {
        nadias = market.seller("Nadia's Kitchen");
        nadia = browsers.openFor(market.userOf(nadias, "Nadia"));
        iris = browsers.openFor(market.operator("Iris"));
    }

    private static <T> List<T> leafed(BiFunction<@Nullable String, Integer, Page<T>> list, int size) {
        List<T> all = new ArrayList<>();
        String after = null;
        do {
            Page<T> page = list.apply(after, size);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(size);
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return all;
    }

    /** What a person gets who presses “next” until there is none. */
    private static String leafed(TestBrowser browser, String path) {
        StringBuilder all = new StringBuilder();
        String next = path;
        while (!next.isEmpty()) {
            TestBrowser.Answer page = browser.get(next);
            assertThat(page.status()).isEqualTo(200);
            all.append(page.body());
            int link = page.body().indexOf("rel=\"next\"");
            int href = page.body().lastIndexOf("href=\"", Math.max(link, 0));
            next = link < 0
                    ? ""
                    : page.body()
                            .substring(href + 6, page.body().indexOf('"', href + 6))
                            .replace("&amp;", "&");
        }
        return all.toString();
    }

    private static <T, K extends Comparable<K>> void areSorted(List<T> list, Function<T, K> key) {
        assertThat(list.stream().map(key).toList()).isSortedAccordingTo(Comparator.naturalOrder());
    }

    private static <T, K extends Comparable<K>> void areSortedBackwards(List<T> list, Function<T, K> key) {
        assertThat(list.stream().map(key).toList()).isSortedAccordingTo(Comparator.reverseOrder());
    }

    private List<ProposalKey> manyProposals() {
        List<ProposalKey> keys = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            keys.add(market.proposal(nadias, "Kettle of series " + i).key());
        }
        return keys;
    }

    @Test
    void all_proposals_of_a_seller_are_found_by_leafing_and_none_twice() {
        List<ProposalKey> keys = manyProposals();

        List<Proposal> his = leafed((after, size) -> proposals.of(nadias, after, size), 7);
        assertThat(his).extracting(Proposal::key).containsExactlyInAnyOrderElementsOf(keys);
        areSortedBackwards(his, Proposal::proposedAt);
        String pages = leafed(nadia, "/seller/catalogue");
        assertThat(keys).allSatisfy(it -> assertThat(pages).containsOnlyOnce("/" + it.id() + "\""));
    }

    @Test
    void the_queue_and_the_decided_proposals_are_leafed_through_by_operators() {
        List<ProposalKey> keys = manyProposals();
        List<Proposal> waiting = leafed(proposals::waiting, 11);
        assertThat(waiting).doesNotHaveDuplicates().extracting(Proposal::key).containsAll(keys);
        areSorted(waiting, Proposal::proposedAt);

        keys.subList(0, 60).forEach(it -> proposals.reject(it, "Iris", "There is one."));

        List<Proposal> decided = leafed(proposals::decided, 11);
        assertThat(decided).doesNotHaveDuplicates().extracting(Proposal::key).containsAll(keys.subList(0, 60));
        areSortedBackwards(decided, Proposal::movedAt);
        assertThat(leafed(proposals::waiting, 11))
                .extracting(Proposal::key)
                .containsAll(keys.subList(60, MANY))
                .doesNotContainAnyElementsOf(keys.subList(0, 60));
        String pages = leafed(iris, "/operator/catalogue?tab=decided");
        assertThat(keys.subList(0, 60)).allSatisfy(it -> assertThat(pages).containsOnlyOnce("/" + it.id() + "\""));
    }

    private List<ChangeKey> manyChanges(ProductId product) {
        List<ChangeKey> keys = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            keys.add(market.changeRequest(nadias, product, "Kettle of series " + i));
        }
        return keys;
    }

    @Test
    void all_corrections_that_a_seller_asks_for_are_found_by_leafing_and_none_twice() {
        ProductId kettle = market.offer(nadias, "KETTLE", "Ketle", "49.90", 3).product();
        List<ChangeKey> keys = manyChanges(kettle);
        ChangeKey noels = market.changeRequest(market.seller("Noel's Pans"), kettle, "Noel's kettle");

        List<ChangeRequest> his = leafed((after, size) -> changes.of(nadias, after, size), 7);
        assertThat(his).extracting(ChangeRequest::key).containsExactlyInAnyOrderElementsOf(keys);
        areSortedBackwards(his, ChangeRequest::requestedAt);
        assertThat(leafed((after, size) -> changes.of(nadias, kettle, after, size), 7))
                .isEqualTo(his);
        assertThat(leafed((after, size) -> changes.of(kettle, after, size), 7))
                .extracting(ChangeRequest::key)
                .hasSize(MANY + 1)
                .contains(noels);
        String pages = leafed(nadia, "/seller/catalogue/changes");
        assertThat(keys).allSatisfy(it -> assertThat(pages).containsOnlyOnce("/" + it.id() + "\""));
        String others =
                leafed(nadia, "/seller/catalogue/changes/" + keys.getFirst().id());
        assertThat(keys).allSatisfy(it -> assertThat(others).contains("/" + it.id() + "\""));
        assertThat(others).doesNotContain(noels.id().toString());
    }

    @Test
    void the_queue_and_the_decided_corrections_are_leafed_through_by_operators() {
        ProductId kettle = market.offer(nadias, "KETTLE", "Ketle", "49.90", 3).product();
        List<ChangeKey> keys = manyChanges(kettle);
        List<ChangeRequest> waiting = leafed(changes::waiting, 11);
        assertThat(waiting)
                .doesNotHaveDuplicates()
                .extracting(ChangeRequest::key)
                .containsAll(keys);
        areSorted(waiting, ChangeRequest::requestedAt);

        keys.subList(0, 60).forEach(it -> changes.reject(it, "Iris", "It says so on no box."));

        List<ChangeRequest> decided = leafed(changes::decided, 11);
        assertThat(decided)
                .doesNotHaveDuplicates()
                .extracting(ChangeRequest::key)
                .containsAll(keys.subList(0, 60));
        areSortedBackwards(decided, ChangeRequest::movedAt);
        String queue = leafed(iris, "/operator/catalogue/changes");
        assertThat(keys.subList(60, MANY)).allSatisfy(it -> assertThat(queue).containsOnlyOnce("/" + it.id() + "\""));
        String history = leafed(
                iris,
                "/operator/catalogue/changes/" + kettle + "/" + keys.getFirst().id());
        assertThat(keys).allSatisfy(it -> assertThat(history).contains("/" + it.id() + "\""));
    }

    @Test
    void the_lists_come_as_files_whole_and_without_formulas() {
        ProposalKey formula =
                market.proposal(nadias, "=HYPERLINK(\"http://x.example\")").key();
        manyProposals();
        ProductId kettle = market.offer(nadias, "KETTLE", "Ketle", "49.90", 3).product();
        market.changeRequest(nadias, kettle, "@SUM(A1)");

        TestBrowser.Answer his = nadia.get("/seller/catalogue?format=csv");
        assertThat(his.header("content-disposition")).contains("proposals.csv");
        assertThat(his.body().lines()).hasSize(MANY + 2);
        assertThat(his.body()).contains("\"'=HYPERLINK(").contains("Waiting for the operator");
        assertThat(nadia.speaking("ko")
                        .get("/seller/catalogue/changes?format=csv")
                        .body())
                .contains("당시 페이지 내용")
                .contains("Ketle")
                .contains(",'@SUM(A1),");

        TestBrowser.Answer queue = iris.get("/operator/catalogue?format=csv");
        assertThat(queue.body()).contains(formula.id().toString()).contains("\"'=HYPERLINK(");
        assertThat(iris.get("/operator/catalogue/changes?format=csv").body())
                .contains("Nadia's Kitchen")
                .contains(",'@SUM(A1),");
        proposals.reject(formula, "Iris", "+1 for the try, no.");
        assertThat(iris.get("/operator/catalogue?tab=decided&format=csv").body())
                .contains("Rejected,,Iris,")
                .contains("'+1 for the try");
    }

    @Test
    void what_is_no_key_leads_to_the_beginning() {
        market.proposal(nadias, "A kettle");

        assertThat(nadia.get("/seller/catalogue?after=nonsense").text()).contains("A kettle");
        assertThat(nadia.get("/seller/catalogue?after=2999-01-01T00:00:00Z_x").text())
                .contains("A kettle");
        assertThat(iris.get("/operator/catalogue?after=" + UUID.randomUUID()).status())
                .isEqualTo(200);
    }
}
