package org.openstall.sellerdesk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowsers;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.ChangeRequest;
import org.openstall.catalog.Changes;
import org.openstall.catalog.Gtin;
import org.openstall.catalog.NewProduct;
import org.openstall.catalog.Product;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.springframework.beans.factory.annotation.Autowired;

/** Something on a page is wrong: a seller says so, an operator decides. */
@OpenstallTest
class CorrectingPagesTests {
    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Changes changes;

    private SellerId nadias;
    private TestBrowser nadia;
    private TestBrowser iris;
    private ProductId monitor;
    private UUID id;

    @BeforeEach
    void a_page_with_a_wrong_title() {
        nadias = market.seller("Nadia's Screens");
        nadia = browsers.openFor(market.userOf(nadias, "Nadia"));
        iris = browsers.openFor(market.operator("Iris"));
        monitor = catalog.add(new NewProduct(
                        "Hollin 27 inch moniter",
                        "Hollin",
                        "monitors",
                        null,
                        "First line.\nSecond line.",
                        Map.of("Panel type", "IPS", "Weight", "5400"),
                        List.of(),
                        null,
                        null))
                .id();
        id = UUID.randomUUID();
    }

    private TestBrowser.Answer ask(String field, String seen, String wanted, String reason) {
        return nadia.post(
                "/seller/catalogue/changes",
                "id",
                id.toString(),
                "product",
                monitor.value(),
                "field",
                field,
                "seen",
                seen,
                "wanted",
                wanted,
                "reason",
                reason);
    }

    private TestBrowser.Answer askForTitle() {
        return ask("title", "Hollin 27 inch moniter", "Hollin 27 inch monitor", "It is spelt so on the box.");
    }

    private Product page() {
        return catalog.find(monitor).orElseThrow();
    }

    private String decide() {
        return "/operator/catalogue/changes/" + monitor + "/" + id;
    }

    @Test
    void the_page_of_a_seller_lists_what_can_be_corrected_with_what_it_says() {
        TestBrowser.Answer fields = nadia.speaking("ko").get("/seller/catalogue/changes/new?product=" + monitor);

        assertThat(fields.text()).contains("상품명").contains("패널").contains("IPS");
        assertThat(nadia.get("/products/" + monitor).body())
                .contains("/seller/catalogue/changes/new?product=" + monitor);
        assertThat(nadia.get("/seller/catalogue/changes/new?product=B0NOSUCH00").status())
                .isEqualTo(404);
    }

    @Test
    void an_accepted_correction_is_on_the_page_and_both_sides_see_who_decided() {
        assertThat(askForTitle().location()).isEqualTo("/seller/catalogue/changes/" + id);
        assertThat(askForTitle().location()).isEqualTo("/seller/catalogue/changes/" + id);
        assertThat(changes.of(nadias, null, 100).items()).hasSize(1);
        assertThat(iris.get("/operator/catalogue/changes").text()).contains("asked for by Nadia's Screens");

        iris.post(decide() + "/approval", "seen", "Hollin 27 inch moniter", "reason", "Thank you.");

        assertThat(page().title()).isEqualTo("Hollin 27 inch monitor");
        assertThat(nadia.get("/seller/catalogue/changes/" + id).text())
                .contains("Corrected")
                .contains("Iris")
                .contains("Thank you.");
        assertThat(iris.get("/operator/catalogue/changes?tab=decided").body()).contains(decide());
    }

    /** One that no other test uses, with a check digit that fits. */
    private static String code() {
        return Gtin.corrected("29%010d0".formatted(ThreadLocalRandom.current().nextLong(10_000_000_000L)));
    }

    @Test
    void a_wrong_code_is_corrected_and_the_page_is_found_by_the_right_one_only() {
        String wrong = code();
        String right = code();
        String second = code();
        ask("code", "", wrong, "It is on the box.");
        iris.post(decide() + "/approval", "seen", "");
        assertThat(catalog.findByCode(wrong)).map(Product::id).hasValue(monitor);

        id = UUID.randomUUID();
        ask("code", wrong, right.substring(0, 3) + "-" + right.substring(3) + "; " + second, "Both are on the box.");
        assertThat(nadia.get("/seller/catalogue/changes/" + id).text()).contains(right + ", " + second);
        iris.post(decide() + "/approval", "seen", wrong);

        assertThat(page().codes()).extracting(Gtin::printed).containsExactly(right, second);
        assertThat(catalog.findByCode(wrong)).isEmpty();
        assertThat(catalog.findByCode(second)).map(Product::id).hasValue(monitor);

        String both = right + ", " + second;
        id = UUID.randomUUID();
        ask("code", both, "", "It has none.");
        iris.post(decide() + "/approval", "seen", both);
        assertThat(page().codes()).isEmpty();
        assertThat(catalog.findByCode(right)).isEmpty();
    }

    @Test
    void a_mistyped_code_is_not_asked_for() {
        assertThat(ask("code", "", "4006381333932", "Box").text()).contains("its last digit does not fit");
        assertThat(ask("code", "", "12345", "Box").text()).contains("8, 10, 12, 13 or 14 digits");
        assertThat(ask("code", "", "4006381333931, abc", "Box").status()).isEqualTo(422);
        assertThat(ask("code", "", " ", "Box").text()).contains("says exactly that already");
        assertThat(changes.of(nadias, null, 100).items()).isEmpty();
    }

    @Test
    void a_code_that_another_page_has_is_shown_with_that_page_and_never_taken_from_it() {
        String known = code();
        String meanwhile = code();
        ProductId other = catalog.add(new NewProduct(
                        "Another monitor",
                        null,
                        "monitors",
                        null,
                        null,
                        Map.of(),
                        List.of((Gtin) Gtin.read(known)),
                        null,
                        null))
                .id();
        assertThat(ask("code", "", known, "Box").text())
                .contains("Product " + other + " (“Another monitor”) has this code already");
        assertThat(changes.of(nadias, null, 100).items()).isEmpty();

        ask("code", "", meanwhile, "Box");
        ProductId third = catalog.add(new NewProduct(
                        "A third monitor",
                        null,
                        "monitors",
                        null,
                        null,
                        Map.of(),
                        List.of((Gtin) Gtin.read(meanwhile)),
                        null,
                        null))
                .id();
        assertThat(iris.get(decide()).text())
                .contains("Another page has this code")
                .contains("A third monitor");
        assertThat(iris.post(decide() + "/approval", "seen", "").status()).isEqualTo(422);
        assertThat(page().codes()).isEmpty();
        assertThat(catalog.findByCode(meanwhile)).map(Product::id).hasValue(third);
        assertThat(changes.of(nadias, null, 100).items())
                .extracting(ChangeRequest::stage)
                .containsExactly(ChangeRequest.Stage.WAITING);
    }

    @Test
    void an_attribute_is_changed_under_the_name_the_page_has_and_in_the_form_that_is_kept() {
        ask("attribute/weight", "5400", "５６００", "Weighed it.");
        iris.post(decide() + "/approval", "seen", "5400");

        assertThat(page().attributes()).containsEntry("Weight", "5600").doesNotContainKey("weight");
    }

    @Test
    void a_description_of_several_lines_can_be_changed_and_taken_away() {
        ask("description", "First line.\r\nSecond line.", "", "It is about another product.");
        iris.post(decide() + "/approval", "seen", "First line.\r\nSecond line.");

        assertThat(page().description()).isNull();
    }

    @Test
    void what_cannot_be_is_told_with_the_field_and_keeps_what_was_typed() {
        assertThat(ask("title", "Hollin 27 inch moniter", " ", "x").text()).contains("Enter the product’s name");
        assertThat(ask("title", "Hollin 27 inch moniter", "Hollin 27 inch moniter", "x")
                        .text())
                .contains("The page says exactly that already.");
        assertThat(ask("title", "Hollin 27 inch moniter", "Better", " ").text()).contains("Say how you know");
        assertThat(ask("title", "Hollin 27 inch moniter", "x".repeat(201), "x").status())
                .isEqualTo(422);
        assertThat(ask("image", "", "javascript:alert(1)", "x").text()).contains("beginning with https://");
        assertThat(ask("attribute/weight", "5400", "heavy", "x").text()).contains("“heavy” is not a number");
        assertThat(ask("price", "", "1", "x").status()).isEqualTo(404);
        assertThat(changes.of(nadias, null, 100).items()).isEmpty();
    }

    @Test
    void a_form_that_is_out_of_date_is_told_what_the_page_says_now() {
        TestBrowser.Answer answer = ask("title", "Hollin monitor", "Hollin 27 inch monitor", "x");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("It says now: “Hollin 27 inch moniter”");
    }

    @Test
    void a_page_that_changed_since_the_operator_looked_is_not_changed_over_his_head() {
        askForTitle();

        TestBrowser.Answer late = iris.post(decide() + "/approval", "seen", "Something else");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("The page has changed while you had it open.");
        assertThat(page().title()).isEqualTo("Hollin 27 inch moniter");
        assertThat(changes.get(nadias, id).stage()).isEqualTo(ChangeRequest.Stage.WAITING);
    }

    @Test
    void of_two_operators_the_second_is_told_what_the_first_has_decided() {
        TestBrowser ivo = browsers.openFor(market.operator("Ivo"));
        askForTitle();
        assertThat(ivo.post(decide() + "/rejection", "reason", " ").status()).isEqualTo(422);
        ivo.post(decide() + "/rejection", "reason", "The maker writes it so.");

        TestBrowser.Answer late = iris.post(decide() + "/approval", "seen", "Hollin 27 inch moniter");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("Ivo has decided on it meanwhile: Rejected.");
        assertThat(page().title()).isEqualTo("Hollin 27 inch moniter");
    }

    @Test
    void a_decision_sent_twice_is_made_once_and_told_as_made() {
        String[] accepted = {"seen", "Hollin 27 inch moniter", "reason", "Thank you."};
        askForTitle();
        assertThat(iris.post(decide() + "/approval", accepted).location()).isEqualTo("/operator/catalogue/changes");
        assertThat(iris.post(decide() + "/approval", accepted).location()).isEqualTo("/operator/catalogue/changes");

        id = UUID.randomUUID();
        ask("title", "Hollin 27 inch monitor", "Hollin 28 inch monitor", "I measured it.");
        for (int i = 0; i < 2; i++) {
            assertThat(iris.post(decide() + "/rejection", "reason", "It is 27.").location())
                    .isEqualTo("/operator/catalogue/changes");
        }
        assertThat(iris.post(decide() + "/approval", "seen", "Hollin 27 inch monitor")
                        .status())
                .isEqualTo(409);
        assertThat(page().title()).isEqualTo("Hollin 27 inch monitor");
    }

    @Test
    void a_picture_is_sent_looked_at_by_the_operator_and_shown_in_the_shop() throws IOException {
        BufferedImage image = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        String[] fields = {
            "id", id.toString(), "product", monitor.value(), "field", "image", "seen", "", "reason", "There was none."
        };
        assertThat(nadia.upload("/seller/catalogue/changes", "notes.txt", "Hello".getBytes(UTF_8), fields)
                        .text())
                .contains("This is not a picture in JPEG, PNG or WebP");

        assertThat(nadia.upload("/seller/catalogue/changes", "front.png", png.toByteArray(), fields)
                        .location())
                .isEqualTo("/seller/catalogue/changes/" + id);

        String shown = iris.get(decide()).find("<img class=\"picture\" src=\"([^\"]+)\"");
        assertThat(iris.get(shown).status()).isEqualTo(200);
        iris.post(decide() + "/approval", "seen", "");
        String picture = Objects.requireNonNull(page().imageUrl());
        assertThat(nadia.get("/products/" + monitor).body()).contains("src=\"" + picture + "\"");

        id = UUID.randomUUID();
        nadia.post(
                "/seller/catalogue/changes",
                "id",
                id.toString(),
                "product",
                monitor.value(),
                "field",
                "image",
                "seen",
                picture,
                "wanted",
                picture,
                "reason",
                "It shows another one.",
                "withoutPicture",
                "true");
        iris.post(decide() + "/approval", "seen", picture);
        assertThat(page().imageUrl()).isNull();
    }

    @Test
    void another_sellers_request_does_not_exist() {
        askForTitle();
        TestBrowser noel = browsers.openFor(market.userOf(market.seller("Noel's"), "Noel"));

        assertThat(noel.get("/seller/catalogue/changes/" + id).status()).isEqualTo(404);
        assertThat(noel.get("/seller/catalogue/changes").text()).doesNotContain("moniter");
    }
}
