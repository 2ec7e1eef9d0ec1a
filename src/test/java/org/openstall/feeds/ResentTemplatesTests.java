package org.openstall.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowsers;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.NewProduct;
import org.openstall.catalog.Proposal;
import org.openstall.catalog.Proposal.Stage;
import org.openstall.catalog.ProposalSteps;
import org.openstall.catalog.Proposals;
import org.openstall.kernel.ProductId;
import org.openstall.listings.ProposedOffer;
import org.springframework.beans.factory.annotation.Autowired;

/** Sellers send the same template again, with what has changed since. */
@OpenstallTest
class ResentTemplatesTests extends KettleAndLampSeller {
    @Autowired
    private Catalog catalog;

    @Autowired
    private Proposals proposals;

    @Autowired
    private TestBrowsers browsers;

    private String title;

    @BeforeEach
    void a_book_that_nobody_has() {
        title = "The almanac of tides " + UUID.randomUUID();
    }

    private Feed send(String book, String price) {
        return files.run(
                FeedKind.PAGE_TEMPLATE,
                "sku\tproduct_type\ttitle\tbrand\tauthor\tbinding\tlanguage\tcondition\tprice\tquantity",
                "TIDES\tBOOK\t" + book + "\tHollin\tHan Kang\tPaperback\tEnglish\tNEW\t" + price + "\t4");
    }

    private List<Proposal> proposed() {
        return proposals.of(nadia, null, 10).items();
    }

    @Test
    void the_same_again_is_not_proposed_again_but_its_offer_is_the_last_that_was_sent() {
        send(title, "9.00");

        Feed again = send(title, "8.50");

        assertThat(files.findings(again)).containsExactly("1 TIDES PAGE_WAITS");
        assertThat(again.counts().rejected()).isZero();
        assertThat(proposed()).singleElement().satisfies(it -> {
            assertThat(it.stage()).isEqualTo(Stage.WAITING);
            assertThat(ProposedOffer.parse(String.valueOf(it.offer())).price()).isEqualTo(850);
        });
    }

    @Test
    void of_two_rows_with_the_same_sku_the_last_is_proposed_and_every_warning_is_counted() {
        String row = "TIDES\tBOOK\t" + title + "%s\tHollin\tHan Kang\tPaperback\tEnglish\tNEW\t9.00\t4";

        Feed feed = files.run(
                FeedKind.PAGE_TEMPLATE,
                "sku\tproduct_type\ttitle\tbrand\tauthor\tbinding\tlanguage\tcondition\tprice\tquantity",
                row.formatted(""),
                row.formatted(" (2nd edition)"));

        assertThat(files.findings(feed))
                .containsExactlyInAnyOrder("1 TIDES PAGE_PROPOSED", "1 TIDES SUPERSEDED", "2 TIDES PAGE_PROPOSED");
        assertThat(feed.counts().warned()).isEqualTo(3);
        assertThat(feed.counts().rejected()).isZero();
        assertThat(proposed())
                .singleElement()
                .satisfies(it -> assertThat(it.page().title()).endsWith("(2nd edition)"));
    }

    @Test
    void a_corrected_page_takes_the_place_of_the_one_that_waits() {
        send(title, "9.00");

        Feed again = send(title + " (2nd edition)", "9.00");

        assertThat(files.findings(again)).containsExactly("1 TIDES PAGE_PROPOSED_ANEW");
        assertThat(proposed())
                .extracting(it -> it.page().title().endsWith("(2nd edition)") + " " + it.stage())
                .containsExactly("true WAITING", "false WITHDRAWN");
        assertThat(proposed().getLast().decision()).isNotNull();
    }

    @Test
    void a_page_that_was_rejected_is_refused_with_the_reason_until_it_is_changed() {
        send(title, "9.00");
        proposals.reject(proposed().getFirst().key(), "Iris", "The cover is missing.");

        Feed same = send(title, "9.00");
        Feed changed = send(title + " with its cover", "9.00");

        assertThat(same.counts().rejected()).isOne();
        assertThat(feeds.issues(same, null, 10).items()).singleElement().satisfies(it -> {
            assertThat(it.finding()).isEqualTo(Finding.PAGE_REJECTED);
            assertThat(it.arguments()).containsExactly("The cover is missing.");
        });
        assertThat(files.findings(changed)).containsExactly("1 TIDES PAGE_PROPOSED");
    }

    @Test
    void a_page_that_is_being_made_is_not_proposed_again_and_once_it_is_there_the_offer_is_listed_on_it() {
        send(title, "9.00");
        Proposal proposal = proposed().getFirst();
        proposals.approve(proposal.key(), "Iris");

        assertThat(files.findings(send(title, "8.00"))).containsExactly("1 TIDES PAGE_WAITS");

        ProductId made = ProposalSteps.follow(proposals, proposal.key());
        assertThat(market.find(nadia, "TIDES").price()).hasToString("USD 8.00");
        files.run(FeedKind.PAGE_TEMPLATE, "sku\tproduct_type\tprice\tupdate_delete", "TIDES\t\t\tDelete");
        Feed relisted = send(title, "7.00");

        assertThat(files.findings(relisted)).isEmpty();
        assertThat(market.find(nadia, "TIDES").product()).isEqualTo(made);
        assertThat(market.find(nadia, "TIDES").price()).hasToString("USD 7.00");
        assertThat(proposed()).hasSize(1);
    }

    @Test
    void pages_that_may_be_the_same_are_named_in_the_report_and_on_the_proposal_which_can_be_withdrawn() {
        ProductId known = catalog.add(NewProduct.of(title, "Hollin", "books")).id();

        Feed feed = send(title + ".", "9.00");

        assertThat(files.findings(feed)).containsExactlyInAnyOrder("1 TIDES PAGE_PROPOSED", "1 TIDES PAGE_SIMILAR");
        assertThat(feeds.issues(feed, null, 10).items())
                .filteredOn(it -> it.finding() == Finding.PAGE_SIMILAR)
                .singleElement()
                .satisfies(it -> assertThat(it.arguments().getFirst()).startsWith(known + " (" + title));
        TestBrowser browser = browsers.openFor(market.userOf(nadia, "Nadia"));
        String path =
                "/seller/catalogue/proposals/" + proposed().getFirst().key().id();
        assertThat(browser.get(path).body()).contains("/seller/inventory/add/" + known);

        assertThat(browser.get(browser.post(path + "/withdrawal").location()).text())
                .contains("is withdrawn");
        assertThat(browser.get(browser.post(path + "/withdrawal").location()).text())
                .contains("The operator has decided meanwhile");
        assertThat(browser.get(path).text()).contains("Withdrawn by Nadia", "It is not listed, as there is no page.");
        assertThat(proposed().getFirst().stage()).isEqualTo(Stage.WITHDRAWN);
        assertThat(files.findings(send(title + ".", "9.00"))).contains("1 TIDES PAGE_PROPOSED");
    }
}
