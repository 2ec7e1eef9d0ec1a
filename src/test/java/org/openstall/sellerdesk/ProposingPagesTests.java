package org.openstall.sellerdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowsers;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.Gtin;
import org.openstall.catalog.NewProduct;
import org.openstall.catalog.Product;
import org.openstall.catalog.Proposal;
import org.openstall.catalog.ProposalKey;
import org.openstall.catalog.ProposalSteps;
import org.openstall.catalog.Proposals;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferKey;
import org.openstall.listings.Offers;
import org.openstall.marketplaces.Marketplaces;
import org.springframework.beans.factory.annotation.Autowired;

/** A page that the catalogue lacks: proposed by a seller, decided on by the operator. */
@OpenstallTest
class ProposingPagesTests {
    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Proposals proposals;

    @Autowired
    private Offers offers;

    private SellerId nadias;
    private TestBrowser nadia;
    private TestBrowser iris;
    private String word;
    private UUID id;

    @BeforeEach
    void a_seller_and_an_operator() {
        nadias = market.seller("Nadia's Books");
        nadia = browsers.openFor(market.userOf(nadias, "Nadia"));
        iris = browsers.openFor(market.operator("Iris"));
        word = "Quill" + Long.toString(System.nanoTime(), 36).toLowerCase(Locale.ROOT);
        id = UUID.randomUUID();
    }

    private String[] book(String title, String... more) {
        String[] page = {
            "id", id.toString(),
            "type", "BOOK",
            "title", title,
            "a-author", "Han Kang",
            "a-binding", "Paperback",
            "a-language", "Korean"
        };
        String[] all = Arrays.copyOf(page, page.length + more.length);
        System.arraycopy(more, 0, all, page.length, more.length);
        return all;
    }

    private TestBrowser.Answer propose(String... fields) {
        return nadia.post("/seller/catalogue/proposals", fields);
    }

    private Proposal proposal() {
        return proposals.get(new ProposalKey(nadias, id));
    }

    private String decide() {
        return "/operator/catalogue/proposals/" + nadias + "/" + id;
    }

    @Test
    void the_form_of_every_type_opens_in_every_language() {
        TestBrowser.Answer types = nadia.get("/seller/catalogue/proposals/new?title=x&code=y");
        assertThat(types.body()).contains("type=BOOK&amp;title=x&amp;code=y");
        for (String language : new String[] {"en", "ko", "zh-TW"}) {
            TestBrowser.Answer form = nadia.speaking(language).get("/seller/catalogue/proposals/new?type=DVD");
            assertThat(form.status()).isEqualTo(200);
            assertThat(form.body()).contains("name=\"a-region_code\"").doesNotContain("catalog.page");
        }
        assertThat(nadia.get("/seller/catalogue/proposals/new?type=SPACESHIP").status())
                .isEqualTo(404);
    }

    @Test
    void mistakes_are_told_in_the_sellers_language_and_what_was_typed_stays() {
        TestBrowser.Answer answer = nadia.speaking("ko")
                .post(
                        "/seller/catalogue/proposals",
                        "id",
                        id.toString(),
                        "type",
                        "BOOK",
                        "title",
                        " ",
                        "code",
                        "9780306406158",
                        "image",
                        "javascript:alert(1)",
                        "a-binding",
                        "Clay tablet",
                        "a-page_count",
                        "many",
                        "price",
                        "twelve");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains("제품에 적힌 상품명을 입력해 주세요.")
                .contains("코드에 오타가 있습니다.")
                .contains("https://로 시작하는 이미지 주소")
                .contains("저자을(를) 입력해 주세요. 예: Han Kang")
                .contains("제본: “Clay tablet”은(는) 쓸 수 없습니다.")
                .contains("쪽수: “many”은(는) 숫자가 아닙니다.");
        assertThat(answer.body()).contains("value=\"many\"").contains("value=\"twelve\"");
        assertThat(proposals.of(nadias, null, 100).items()).isEmpty();
    }

    @Test
    void a_page_that_may_be_the_same_is_shown_before_anything_is_handed_in() {
        ProductId known = catalog.add(NewProduct.of(word + " the vegetarian, a novel", null, "books"))
                .id();

        TestBrowser.Answer first = propose(book(word + " The Vegetarian (a novel)"));

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text()).contains("Is it one of these?");
        assertThat(first.body()).contains("/seller/inventory/add/" + known);
        assertThat(proposals.of(nadias, null, 100).items()).isEmpty();

        TestBrowser.Answer second = propose(book(word + " The Vegetarian (a novel)", "confirmed", "true"));

        assertThat(second.location()).isEqualTo("/seller/catalogue/proposals/" + id);
        assertThat(proposals.of(nadias, null, 100).items()).hasSize(1);
    }

    @Test
    void a_code_that_a_page_has_cannot_be_proposed_again_confirmed_or_not() {
        catalog.add(new NewProduct(
                "Known " + word,
                null,
                "books",
                null,
                null,
                Map.of(),
                List.of((Gtin) Gtin.read("9788936424015")),
                null,
                null));

        TestBrowser.Answer answer = propose(book(word, "code", "978-89-364-2401-5", "confirmed", "true"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("This page has that code already");
        assertThat(proposals.of(nadias, null, 100).items()).isEmpty();
    }

    @Test
    void an_approved_page_is_there_with_the_sellers_offer_and_sent_twice_it_is_one() {
        String[] fields = book(word, "sku", "NOVEL-2", "condition", "new", "price", "14.00", "quantity", "5");
        propose(fields);
        propose(fields);
        assertThat(proposals.of(nadias, null, 100).items()).hasSize(1);
        assertThat(iris.get("/operator/catalogue").text()).contains(word);

        assertThat(iris.post(decide() + "/approval").location()).isEqualTo("/operator/catalogue");

        ProductId expected = ProposalSteps.follow(proposals, new ProposalKey(nadias, id));
        ProposalSteps.follow(proposals, new ProposalKey(nadias, id));
        ProductId made = Objects.requireNonNull(proposal().product());
        assertThat(made).isEqualTo(expected);
        Product page = catalog.find(made).orElseThrow();
        assertThat(page.title()).isEqualTo(word);
        assertThat(page.attributes()).containsEntry("binding", "Paperback");
        Offer offer = offers.find(new OfferKey(nadias, Marketplaces.US, new Sku("NOVEL-2")))
                .orElseThrow();
        assertThat(offer.product()).isEqualTo(made);
        assertThat(nadia.get("/seller/catalogue/proposals/" + id).text())
                .contains("Approved")
                .contains("Go to your offer");
    }

    @Test
    void a_merged_one_brings_its_offer_to_the_page_that_was_there() {
        ProductId known =
                catalog.add(NewProduct.of("Elsewhere " + word, null, "books")).id();
        propose(book(word, "sku", "NOVEL-3", "condition", "new", "price", "14.00", "quantity", "5", "confirmed", "1"));

        assertThat(iris.post(decide() + "/merger", "into", "B0NOSUCH00").text()).contains("There is no such page.");
        iris.post(decide() + "/merger", "into", known.value());

        assertThat(proposal().stage()).isEqualTo(Proposal.Stage.MERGED);
        assertThat(offers.find(new OfferKey(nadias, Marketplaces.US, new Sku("NOVEL-3"))))
                .hasValueSatisfying(it -> assertThat(it.product()).isEqualTo(known));
    }

    @Test
    void a_rejection_needs_a_reason_and_the_seller_reads_it() {
        propose(book(word));

        assertThat(iris.post(decide() + "/rejection", "reason", " ").status()).isEqualTo(422);
        iris.post(decide() + "/rejection", "reason", "Not a product: a wish list.");

        assertThat(nadia.get("/seller/catalogue/proposals/" + id).text())
                .contains("Rejected")
                .contains("Not a product: a wish list.");
        assertThat(iris.get("/operator/catalogue?tab=decided").text()).contains(word);
    }

    @Test
    void of_two_operators_the_second_is_told_what_the_first_has_decided() {
        TestBrowser ivo = browsers.openFor(market.operator("Ivo"));
        propose(book(word));
        ivo.post(decide() + "/rejection", "reason", "A duplicate.");

        TestBrowser.Answer late = iris.post(decide() + "/approval");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("Ivo has decided on it meanwhile: Rejected.");
        assertThat(proposal().stage()).isEqualTo(Proposal.Stage.REJECTED);
    }

    @Test
    void a_decision_sent_twice_is_made_once_and_told_as_made() {
        ProductId known =
                catalog.add(NewProduct.of("Elsewhere " + word, null, "books")).id();
        List<String[]> decisions = List.of(
                new String[] {"/approval"},
                new String[] {"/merger", "into", known.value(), "reason", "The same."},
                new String[] {"/rejection", "reason", "A wish list."});
        for (String[] decision : decisions) {
            id = UUID.randomUUID();
            propose(book(word, "confirmed", "1"));
            String[] fields = Arrays.copyOfRange(decision, 1, decision.length);

            TestBrowser.Answer once = iris.post(decide() + decision[0], fields);
            TestBrowser.Answer twice = iris.post(decide() + decision[0], fields);

            assertThat(List.of(once, twice))
                    .allSatisfy(it -> assertThat(it.location()).isEqualTo("/operator/catalogue"));
        }
        assertThat(iris.post(decide() + "/rejection", "reason", "Another reason.")
                        .status())
                .isEqualTo(409);
        assertThat(proposal().decision())
                .satisfies(it -> assertThat(Objects.requireNonNull(it).reason()).isEqualTo("A wish list."));
    }

    @Test
    void a_late_approval_is_told_of_the_first_and_not_that_its_own_page_has_the_code() {
        TestBrowser ivo = browsers.openFor(market.operator("Ivo"));
        propose(book(word, "code", "979-11-98765-43-7"));
        ivo.post(decide() + "/approval");
        ProposalSteps.follow(proposals, new ProposalKey(nadias, id));

        TestBrowser.Answer late = iris.post(decide() + "/approval");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("Ivo has decided on it meanwhile: Approved.");
    }

    @Test
    void another_sellers_proposal_does_not_exist() {
        propose(book(word));
        TestBrowser noel = browsers.openFor(market.userOf(market.seller("Noel's"), "Noel"));

        assertThat(noel.get("/seller/catalogue/proposals/" + id).status()).isEqualTo(404);
        assertThat(noel.get("/seller/catalogue").body()).doesNotContain(word);
    }

    @Test
    void a_template_has_a_column_for_every_field_with_what_is_allowed() {
        TestBrowser.Answer file = nadia.speaking("zh-TW").get("/seller/catalogue/templates/BOOK");

        String[] rows = file.body().substring(1).split("\r\n");
        assertThat(file.body()).startsWith("\uFEFFsku\tproduct_type\ttitle");
        assertThat(rows[1]).startsWith("#: SKU *").contains("裝訂 *");
        assertThat(rows[3]).contains("精裝, 平裝");
        assertThat(rows).allSatisfy(it -> assertThat(it.split("\t", -1)).hasSameSizeAs(rows[0].split("\t", -1)));
        assertThat(nadia.get("/seller/catalogue/templates/NONE").status()).isEqualTo(404);
    }
}
