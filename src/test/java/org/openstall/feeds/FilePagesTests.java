package org.openstall.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowser.Answer;
import org.openstall.TestBrowsers;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Offer;
import org.openstall.listings.OfferEdit;
import org.openstall.listings.Offers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@OpenstallTest
class FilePagesTests {
    private static final String FILES = "/seller/inventory/files";

    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private FeedRunner runner;

    @Autowired
    private Offers offers;

    @Autowired
    private Environment environment;

    private Offer kettle;
    private TestBrowser nadia;
    private TestBrowser rita;

    @BeforeEach
    void nadiaAndRitaSell() {
        SellerId nadias = market.seller("Nadia's Home");
        kettle = market.offer(nadias, "KETTLE", "=Kettle", "49.90", 40);
        market.offer(nadias, "LAMP", "Lamp", "20.00", 3);
        nadia = browsers.openFor(market.userOf(nadias, "Nadia"));
        rita = browsers.openFor(market.userOf(market.seller("Rita's"), "Rita"));
    }

    private Answer send(String content, String... fields) {
        return nadia.upload(FILES, "prices.txt", content.getBytes(StandardCharsets.UTF_8), fields);
    }

    private void runAll() {
        boolean more = true;
        while (more) {
            more = runner.next(1, () -> false);
        }
    }

    @Test
    void a_file_is_sent_watched_and_reported_on() {
        String path =
                send("sku\tprice\tquantity\nKETTLE\t44.50\t38\n=NO\tx\t1\n").location();

        assertThat(path).startsWith(FILES + "/");
        assertThat(nadia.get(path).body()).contains("hx-trigger=\"every 2s\"", "Next in line", "Take back");
        assertThat(nadia.get(path, "HX-Request", "true").body()).startsWith("<div");
        assertThat(nadia.get(FILES, "HX-Request", "true").body()).startsWith("<section");

        runAll();

        Answer page = nadia.get(path);
        assertThat(page.text())
                .contains("Live", "price: “x” isn’t a number. Write it without currency signs, such as 12.50.")
                .contains("Rows read 2", "Offers changed 1", "Rows refused 1", "TSV · UTF-8");
        assertThat(page.body()).doesNotContain("hx-trigger");
        assertThat(nadia.speaking("ko").get(path).text()).contains("숫자가 아닙니다");
        nadia.speaking("en");
        assertThat(nadia.get(path + "/original").body()).startsWith("sku\tprice");
        assertThat(nadia.get(path + "/report").body()).isEqualTo("""
                Feed Processing Summary:
                \tNumber of records processed\t\t2
                \tNumber of records successful\t\t1

                original-record-number\tsku\terror-code\terror-type\terror-message
                2\t'=NO\tNOT_A_NUMBER\tError\tprice: “x” isn’t a number. Write it without currency signs, such as 12.50.
                """);
        assertThat(nadia.get(FILES).text()).contains("1 row live 1 row refused");
        assertThat(nadia.get("/seller/inventory/offer?sku=KETTLE").text())
                .contains("Price $49.90 $44.50 Nadia by inventory file");
    }

    @Test
    void the_seller_answers_what_cannot_be_guessed() {
        String path = send("sku\tprice\nKETTLE\t1.234\n").location();
        runAll();

        assertThat(nadia.get(path).text()).contains("Row 1 says 1.234 in the column price.");
        assertThat(nadia.post(path + "/number-format", "numbers", "COMMA").location())
                .isEqualTo(path);
        runAll();

        assertThat(market.find(kettle.key()).price().minor()).isEqualTo(123_400);
        assertThat(nadia.post(path + "/number-format", "numbers", "COMMA").status())
                .isEqualTo(409);
    }

    @Test
    void replacing_everything_is_agreed_to_with_the_number_in_sight() {
        String path = send("sku\tprice\nKETTLE\t41\n", "kind", "INVENTORY_LOADER", "purge", "true")
                .location();
        runAll();

        assertThat(nadia.get(path).text()).contains("This file would close 1 offer", "Close 1 offer and publish");
        nadia.post(path + "/agreement", "closures", "1");
        runAll();

        assertThat(nadia.get(path).text()).contains("Offers closed 1");
        assertThat(nadia.get("/seller/inventory?filter=inactive").text()).contains("LAMP");
    }

    @Test
    void a_file_can_be_taken_back_while_it_waits_and_not_later() {
        String path = send("sku\tprice\nKETTLE\t41\n").location();

        assertThat(nadia.get(nadia.post(path + "/cancellation").location()).text())
                .contains("was taken back");
        runAll();

        assertThat(market.find(kettle.key()).price()).isEqualTo(kettle.price());
        assertThat(nadia.post(path + "/cancellation").status()).isEqualTo(409);
    }

    @Test
    void a_form_without_a_file_says_so_and_one_sent_twice_is_one_file() {
        UUID submission = UUID.randomUUID();
        String[] fields = {"submission", submission.toString()};

        assertThat(nadia.post(FILES, "kind", "PRICE_AND_QUANTITY").text()).contains("Choose a file.");
        assertThat(send("", fields).text()).contains("This file is empty.");
        assertThat(send("sku\tprice\nKETTLE\t41\n", fields).location())
                .isEqualTo(send("sku\tprice\nKETTLE\t41\n", fields).location());
    }

    @Test
    void two_gigabytes_are_refused_before_they_are_sent() throws IOException {
        URI address = URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port"));
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write(("POST " + FILES + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; "
                                    + "boundary=x\r\nContent-Length: 2147483648\r\nExpect: 100-continue\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 413").contains("256 MB");
        }
    }

    @Test
    void nobody_elses_file_is_there() {
        String path = send("sku\tprice\nKETTLE\t41\n").location();

        assertThat(rita.get(path).status()).isEqualTo(404);
        assertThat(rita.get(path + "/original").status()).isEqualTo(404);
        assertThat(rita.get(path + "/report").status()).isEqualTo(404);
        assertThat(rita.post(path + "/cancellation").status()).isEqualTo(404);
    }

    @Test
    void listings_come_as_files_in_the_columns_that_programs_expect_and_run_no_formulas() {
        offers.edit(kettle.key(), new OfferEdit(null, null, null, null, "+Box\topened", null, null), "Nadia");
        nadia.post("/seller/inventory/status", "sku", "LAMP", "active", "false");

        String all = nadia.get("/seller/inventory/reports/all").body();
        String open = nadia.get("/seller/inventory/reports/open").body();
        String inactive = nadia.get("/seller/inventory/reports/inactive").body();

        assertThat(all.lines().findFirst().orElseThrow().split("\t")).hasSize(29);
        assertThat(all.lines().skip(1).map(it -> it.split("\t", -1)))
                .hasSize(2)
                .allSatisfy(it -> assertThat(it).hasSize(29))
                .anySatisfy(
                        it -> assertThat(it).contains("'=Kettle", "KETTLE", "49.90", "'+Box opened", "Active", "11"));
        assertThat(open.lines().findFirst().orElseThrow())
                .startsWith("sku\tasin\tprice\tquantity\tBusiness Price\tQuantity Price Type\tQuantity Lower Bound 1")
                .endsWith("Progressive Lower Bound 3\tProgressive Price 3");
        assertThat(open.lines().skip(1)).singleElement().asString().startsWith("KETTLE\t" + kettle.product());
        assertThat(inactive.lines().skip(1)).singleElement().asString().contains("LAMP");
        assertThat(nadia.get("/seller/inventory/reports/active")
                        .body()
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .split("\t"))
                .hasSize(47);
        assertThat(nadia.get("/seller/inventory/file-templates/inventory-loader")
                        .body())
                .startsWith("sku\tproduct-id");
    }
}
