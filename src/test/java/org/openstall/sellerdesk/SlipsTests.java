package org.openstall.sellerdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.MarketFixture.Buyer;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowser.Answer;
import org.openstall.TestBrowsers;
import org.openstall.fulfilment.SlipNotes;
import org.openstall.identity.User;
import org.openstall.identity.Users;
import org.openstall.kernel.Money;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Gifts;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferEdit;
import org.openstall.listings.Offers;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.Address;
import org.openstall.ordering.Gift;
import org.openstall.ordering.GiftSettings;
import org.openstall.ordering.GiftTerms;
import org.openstall.ordering.Order;
import org.openstall.pages.Language;
import org.openstall.pages.Texts;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class SlipsTests {
    private static final String NOTE = "/seller/orders/slips/note";

    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private Users users;

    @Autowired
    private SlipNotes notes;

    @Autowired
    private SlipPdf pdf;

    @Autowired
    private GiftSettings gifts;

    @Autowired
    private Offers offers;

    @Autowired
    private Texts texts;

    @Autowired
    private MovableClock clock;

    private SellerId nadias;
    private Offer kettle;
    private TestBrowser nadia;

    @BeforeEach
    void nadia_sells_kettles() {
        clock.stopAt(MarketFixture.MONDAY);
        nadias = market.seller("Nadia's Kitchen");
        kettle = market.offer(nadias, "KETTLE-1", "Gooseneck kettle <b>0.8 l</b> & lid", "49.90", 900);
        nadia = browsers.openFor(market.userOf(nadias, "Nadia"));
    }

    private Order order(Buyer buyer) {
        return market.order(buyer, kettle);
    }

    private Slip slip(Order order, Address to, boolean priced, String note) {
        Order there = new Order(
                order.id(),
                order.seller(),
                order.marketplace(),
                order.buyer(),
                order.buyerName(),
                order.externalId(),
                order.status(),
                order.orderedAt(),
                order.shipBy(),
                order.promisedFrom(),
                order.promisedBy(),
                order.service(),
                to,
                order.items(),
                order.shipping(),
                order.confirmedAt(),
                order.deliveredAt(),
                order.cancelledAt(),
                order.cancelReason(),
                order.lines());
        return new Slip(there, market.us(), "Nadia's Kitchen", note, priced, Language.ENGLISH, texts);
    }

    private byte[] print(List<Slip> slips) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.write(slips, Paper.A4, out);
        return out.toByteArray();
    }

    /** What a reader copies out of it; Arabic letters in whatever form they were drawn. */
    private static String text(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            return Normalizer.normalize(new PDFTextStripper().getText(document), Normalizer.Form.NFKC)
                    .replaceAll("\\s+", " ");
        }
    }

    private static Address address(String name, String street, String city, String country) {
        return new Address(name, street, "", city, "", "100-0001", country, "");
    }

    @Test
    void names_and_addresses_of_all_scripts_are_on_the_page_and_can_be_read_back() throws IOException {
        Order order = order(market.buyer("Omar"));
        byte[] file = print(List.of(
                slip(order, address("이순신", "서울특별시 종로구 세종대로 175", "서울", "KR"), true, "감사합니다! 謝謝您"),
                slip(order, address("宮本 武蔵", "東京都千代田区丸の内一丁目", "東京", "JP"), true, ""),
                slip(order, address("王小明", "臺北市信義區市府路45號", "臺北市", "TW"), true, ""),
                slip(order, address("王晓明", "北京市东城区长安街1号", "北京", "CN"), true, ""),
                slip(order, address("سعيد الحداد", "شارع الملك فهد", "الرياض", "SA"), true, ""),
                slip(order, address("Jürgen Müßig-Ørsted Łukasz", "Ölgasse 5", "Zürich", "CH"), true, "")));

        assertThat(text(file))
                .contains("이순신", "서울특별시 종로구 세종대로 175", "감사합니다! 謝謝您")
                .contains("宮本 武蔵", "東京都千代田区丸の内一丁目", "東京")
                .contains("王小明", "臺北市信義區市府路45號", "王晓明", "北京市东城区长安街1号")
                .contains("سعيد الحداد", "شارع الملك فهد", "الرياض")
                .contains("Jürgen Müßig-Ørsted Łukasz", "Ölgasse 5");
        assertThat(text(file)).contains("Gooseneck kettle <b>0.8 l</b> & lid", "SKU KETTLE-1");
        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getNumberOfPages()).isEqualTo(6);
            Set<String> fonts = new TreeSet<>();
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    fonts.add(font.getName());
                }
            }
            assertThat(fonts).allMatch(it -> it.matches("[A-Z]{6}\\+.*"), "is a part of a font");
        }
        assertThat(file.length).as("bytes, with the fonts").isLessThan(300_000);
    }

    @Test
    void a_gift_tells_no_price() throws IOException {
        Order order = order(market.buyer("Omar"));

        assertThat(text(print(List.of(slip(order, order.shipTo(), true, ""))))).contains("$49.90", "$54.89");
        assertThat(text(print(List.of(slip(order, order.shipTo(), false, ""))))).doesNotContain("$", "49.90", "Price");
    }

    @Test
    void the_words_to_the_receiver_of_a_gift_are_printed_line_by_line_and_never_a_price() throws IOException {
        gifts.save(nadias, Marketplaces.US, new GiftTerms(true, Money.of(350, "USD")));
        offers.edit(kettle.key(), new OfferEdit(null, null, null, null, null, new Gifts(true, true), null), "Nadia");
        String message = "Happy birthday ♥ 🎂\n생일 축하해요\n生日快樂\nعيد ميلاد سعيد";

        Order order = market.gift(market.buyer("Omar"), kettle, new Gift(message, Money.of(350, "USD")));

        assertThat(text(print(List.of(slip(order, order.shipTo(), true, "")))))
                .contains("A gift for you, wrapped", "Happy birthday ♥", "생일 축하해요", "生日快樂", "عيد ميلاد سعيد")
                .doesNotContain("$", "49.90", "3.50", "Price");
    }

    @Test
    void what_no_printer_knows_is_left_out() throws IOException {
        Order order = order(market.buyer("Omar"));
        String odd = "Omar\u0000\u0007 😀 \uD800 x\uFFFF ]]> &amp; \u202eLtd\nStreet";

        assertThat(text(print(List.of(slip(order, address(odd, "12 Alder St", "Portland", "US"), true, odd)))))
                .contains("Omar", "]]> &amp;", "Ltd", "12 Alder St");
    }

    @Test
    void a_hundred_slips_are_one_file() throws IOException {
        Order order = order(market.buyer("Omar"));
        Address korean = address("이순신", "서울특별시 종로구 세종대로 175", "서울", "KR");

        byte[] file = print(IntStream.range(0, 100)
                .mapToObj(it -> slip(order, it % 2 == 0 ? korean : order.shipTo(), true, "Thank you!"))
                .toList());

        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getNumberOfPages()).isEqualTo(100);
        }
        assertThat(file.length).isLessThan(600_000);
    }

    @Test
    void an_order_of_many_lines_goes_over_several_pages() throws IOException {
        Order order = order(market.buyer("Omar"));
        Order long100 = new Order(
                order.id(),
                order.seller(),
                order.marketplace(),
                order.buyer(),
                order.buyerName(),
                null,
                order.status(),
                order.orderedAt(),
                order.shipBy(),
                order.promisedFrom(),
                order.promisedBy(),
                order.service(),
                order.shipTo(),
                order.items(),
                order.shipping(),
                null,
                null,
                null,
                null,
                IntStream.range(0, 100).mapToObj(it -> order.lines().getFirst()).toList());
        byte[] file = print(List.of(new Slip(long100, market.us(), "Nadia", "", true, Language.ENGLISH, texts)));

        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(3);
        }
        assertThat(text(file).split("Quantity", -1))
                .as("the head on every page")
                .hasSizeGreaterThan(4);
    }

    // The pages

    @Test
    void the_slips_of_chosen_orders_are_shown_in_their_buyers_language() throws IOException {
        User omar = market.user("Omar Haddad");
        users.setLanguage(omar.id(), "ko");
        Order omars = order(market.buyer(omar));
        Order olgas = order(market.buyer("Olga"));
        Order ninas = order(market.buyer("Nina"));
        notes.choose(nadias, market.us(), "Thank you for your order!");

        Answer page = nadia.get("/seller/orders/slips?order=" + omars.id() + "&order=" + olgas.id());
        assertThat(page.text())
                .contains(
                        "2 packing slips",
                        "거래 명세서",
                        omars.id().value(),
                        olgas.id().value())
                .contains("Omar Haddad", "12 Alder St", "Thank you for your order!", "$54.89")
                .doesNotContain(ninas.id().value(), "555 0123");
        assertThat(nadia.get("/seller/orders/slips?prices=hidden&order=" + olgas.id())
                        .text())
                .doesNotContain("$54.89");
        assertThat(nadia.get("/seller/orders/slips").text()).contains("3 packing slips");

        Answer file = nadia.get("/seller/orders/slips.pdf?paper=letter&order=" + olgas.id());
        assertThat(file.header("content-type")).isEqualTo("application/pdf");
        assertThat(file.header("content-disposition")).isEqualTo("inline; filename=\"" + olgas.id() + ".pdf\"");
    }

    @Test
    void somebody_elses_orders_are_not_printed() {
        SellerId noels = market.seller("Noel's Kitchen");
        Order noelsOrder = market.order(market.buyer("Olga"), market.offer(noels, "PAN", "Pan", "9.00", 9));

        assertThat(nadia.get("/seller/orders/slips?order=" + noelsOrder.id()).status())
                .isEqualTo(404);
        assertThat(nadia.get("/seller/orders/slips.pdf?order=" + noelsOrder.id())
                        .status())
                .isEqualTo(404);
        assertThat(nadia.get("/seller/orders/slips.pdf?order=x").status()).isEqualTo(404);
    }

    @Test
    void where_there_is_nothing_to_print_the_page_says_so() {
        assertThat(nadia.get("/seller/orders/slips").text()).contains("Nothing to print");
        Answer none = nadia.get("/seller/orders/slips.pdf");
        assertThat(none.status()).isEqualTo(303);
        assertThat(nadia.get(none.location()).text()).contains("there is nothing to print");
    }

    @Test
    void more_than_fit_into_one_file_are_refused_with_the_number() {
        String ids = "order=" + String.join("&order=", Collections.nCopies(501, "1"));
        Answer refused = nadia.get("/seller/orders/slips.pdf?" + ids);

        assertThat(refused.status()).isEqualTo(303);
        assertThat(nadia.get(refused.location()).text()).contains("You have chosen 501 orders. A PDF has at most 500");
    }

    @Test
    void a_note_that_leads_buyers_elsewhere_is_refused_with_the_words_marked() {
        assertThat(nadia.post(NOTE, "note", "Thank you for buying from our family shop!\r\nEnjoy.")
                        .status())
                .isEqualTo(303);
        assertThat(notes.of(nadias)).isEqualTo("Thank you for buying from our family shop!\nEnjoy.");

        Answer refused = nadia.post(NOTE, "note", "Thanks! Next time buy at www.nadias-kitchen.com");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("<mark>");
        assertThat(refused.text()).contains("This note cannot be printed as it is.", "Web address");

        Answer tooLong = nadia.post(NOTE, "note", "a ".repeat(251) + "bcd");
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.text()).contains("Write at most 500 characters.");
        assertThat(notes.of(nadias)).startsWith("Thank you for buying");

        assertThat(nadia.post(NOTE, "note", "It ships without a charger, and we say thanks.")
                        .status())
                .as("what only an offer must not say")
                .isEqualTo(303);
    }
}
