package org.openstall.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import jakarta.servlet.ServletContext;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OpenstallTest
class FilePagesTests {
    private static final String FILES = "/seller/inventory/files";

    @Autowired
    private ServletContext servlets;

    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private Feeds feeds;

    @Autowired
    private FeedRunner runner;

    @Autowired
    private Offers offers;

    @Autowired
    private Environment environment;

    private SellerFiles files;
    private Offer kettle;
    private TestBrowser nadia;
    private TestBrowser rita;

    @BeforeEach
    void nadiaAndRitaSell() {
        SellerId nadias = market.seller("Nadia's Home");
        kettle = market.offer(nadias, "KETTLE", "=Kettle", "49.90", 40);
        market.offer(nadias, "LAMP", "Lamp", "20.00", 3);
        files = new SellerFiles(feeds, runner, nadias);
        nadia = browsers.openFor(market.userOf(nadias, "Nadia"));
        rita = browsers.openFor(market.userOf(market.seller("Rita's"), "Rita"));
    }

    private Answer send(String content, String... fields) {
        return nadia.upload(FILES, "prices.txt", content.getBytes(StandardCharsets.UTF_8), fields);
    }

    @Test
    void a_file_is_sent_watched_and_reported_on() {
        String path =
                send("sku\tprice\tquantity\nKETTLE\t44.50\t38\n=NO\tx\t1\n").location();

        assertThat(path).startsWith(FILES + "/");
        assertThat(nadia.get(path).body()).contains("hx-trigger=\"every 2s\"", "Next in line", "Take back");
        assertThat(nadia.get(path, "HX-Request", "true").body()).startsWith("<div");
        assertThat(nadia.get(FILES, "HX-Request", "true").body()).startsWith("<section");

        files.runAll();

        Answer page = nadia.get(path);
        assertThat(page.text())
                .contains("Live", "price: “x” isn’t a number. Write it without currency signs, such as 12.50.")
                .contains("Rows read 2", "Offers changed 1", "Rows refused 1", "TSV · Unicode (UTF-8)");
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
        Answer offer = nadia.get("/seller/inventory/offer?sku=KETTLE");
        assertThat(offer.text()).contains("Price $49.90 $44.50 Nadia by inventory file");
        assertThat(offer.body()).contains("<a href=\"" + path + "\">by inventory file</a>");
    }

    @Test
    void the_report_of_a_file_of_which_nothing_came_says_why() {
        String path = send("colour\tsize\nred\tL\n").location();
        files.runAll();

        assertThat(nadia.get(path).body()).contains("href=\"" + path + "/report\"");
        assertThat(nadia.get(path + "/report").body())
                .contains("Number of records processed\t\t0", "\n0\t\tNO_HEADER\tError\t");
        assertThat(nadia.speaking("ko").get(path + "/report").body()).containsPattern("NO_HEADER\tError\t.*[가-힣]");
    }

    @Test
    void all_columns_that_are_not_used_can_be_read() {
        StringBuilder header = new StringBuilder("sku\tprice");
        for (int i = 1; i <= 25; i++) {
            header.append("\tcolour-").append(i);
        }
        String path = send(header + "\nKETTLE\t44.50\n").location();
        files.runAll();

        assertThat(nadia.get(path).text())
                .containsPattern("25 columns were not used: colour-1, .*colour-10 … colour-11, .*colour-25");
    }

    @Test
    void a_json_feed_has_a_report_for_programs_that_names_messages_as_the_feed_does() throws IOException {
        String path = send("""
                {"header": {"sellerId": "NADIA", "version": "2.0", "issueLocale": "en_US"},
                 "messages": [
                   {"messageId": 40, "sku": "KETTLE", "operationType": "PATCH", "productType": "PRODUCT",
                    "patches": [{"op": "replace", "path": "/attributes/fulfillment_availability",
                                 "value": [{"fulfillment_channel_code": "DEFAULT", "quantity": 7}]},
                                {"op": "replace", "path": "/attributes/item_name", "value": [{"value": "Tea"}]}]},
                   {"messageId": 30, "sku": "NO-SUCH", "operationType": "DELETE"},
                   {"sku": "LAMP", "operationType": "JUGGLE"}]}
                """, "kind", "LISTINGS_JSON").location();
        assertThat(nadia.get(path + "/report?format=json").status()).isEqualTo(404);
        files.runAll();

        assertThat(nadia.get(path).body()).contains(path + "/report?format=json");
        Answer answer = nadia.get(path + "/report?format=json");
        assertThat(answer.header("content-type")).startsWith("application/json");
        JsonNode report = new JsonMapper().readTree(answer.body());
        assertThat(report.path("header").path("version").asString()).isEqualTo("2.0");
        assertThat(path).endsWith(report.path("header").path("feedId").asString());
        assertThat(report.path("issues")
                        .valueStream()
                        .map(it -> it.path("messageId").asInt() + " "
                                + it.path("sku").asString() + " "
                                + it.path("severity").asString() + " "
                                + it.path("code").asString() + " "
                                + it.path("attributeName").asString("")))
                .containsExactly(
                        "30 NO-SUCH ERROR UNKNOWN_SKU ",
                        "3 LAMP ERROR OPERATION_UNKNOWN ",
                        "40 KETTLE WARNING ATTRIBUTE_IGNORED item_name");
        assertThat(report.path("summary").toString())
                .isEqualTo("{\"errors\":2,\"warnings\":1,\"messagesProcessed\":3,\"messagesAccepted\":1,"
                        + "\"messagesInvalid\":2}");
        fitsTheSchema(answer.body());
        assertThat(rita.get(path + "/report?format=json").status()).isEqualTo(404);
    }

    @Test
    void a_json_feed_of_which_nothing_came_says_why_in_its_report() throws IOException {
        String path = send("{\"header\": {\"version\": \"2.0\"}, \"messages\": [", "kind", "LISTINGS_JSON")
                .location();
        files.runAll();

        String report = nadia.get(path + "/report?format=json").body();
        assertThat(report).contains("\"code\":\"JSON_BROKEN\"", "\"messagesProcessed\":0", "\"errors\":1");
        fitsTheSchema(report);
        String other = send("sku\tprice\nKETTLE\t41\n").location();
        files.runAll();
        assertThat(nadia.get(other + "/report?format=json").status()).isEqualTo(404);
    }

    /** As the compatible API publishes it; kept outside of the repository. */
    private static void fitsTheSchema(String report) throws IOException {
        Path schema = Path.of("../shared/sp-api/schemas/feeds/listings-feed-processing-report-schema-v2.json");
        if (Files.exists(schema)) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                            .getSchema(Files.readString(schema))
                            .validate(report, InputFormat.JSON))
                    .isEmpty();
        }
    }

    @Test
    void the_seller_answers_what_cannot_be_guessed() {
        String path = send("sku\tprice\nKETTLE\t1.234\n").location();
        files.runAll();

        assertThat(nadia.get(path).text()).contains("Row 1 says 1.234 in the column price.");
        assertThat(nadia.post(path + "/number-format", "numbers", "COMMA").location())
                .isEqualTo(path);
        files.runAll();

        assertThat(market.find(kettle.key()).price().minor()).isEqualTo(123_400);
        assertThat(nadia.post(path + "/number-format", "numbers", "COMMA").status())
                .isEqualTo(409);
    }

    @Test
    void replacing_everything_is_agreed_to_with_the_number_in_sight() {
        String path = send("sku\tprice\nKETTLE\t41\n", "kind", "INVENTORY_LOADER", "purge", "true")
                .location();
        files.runAll();

        assertThat(nadia.get(path).text()).contains("This file would close 1 offer", "Close 1 offer and publish");
        nadia.post(path + "/agreement", "closures", "1");
        files.runAll();

        assertThat(nadia.get(path).text()).contains("Offers closed 1");
        assertThat(nadia.get("/seller/inventory?filter=inactive").text()).contains("LAMP");
    }

    @Test
    void a_file_can_be_taken_back_while_it_waits_and_not_later() {
        String path = send("sku\tprice\nKETTLE\t41\n").location();

        assertThat(nadia.get(nadia.post(path + "/cancellation").location()).text())
                .contains("was taken back");
        files.runAll();

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
    void two_gigabytes_of_unknown_length_are_refused_at_the_limit_and_nothing_of_them_is_kept() throws IOException {
        URI address = URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port"));
        byte[] chunk = ("100000\r\n" + "x".repeat(1 << 20) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        String part = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n";
        int sent = 0;
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            out.write(("POST " + FILES + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; "
                            + "boundary=x\r\nTransfer-Encoding: chunked\r\n\r\n"
                            + Integer.toHexString(part.length()) + "\r\n" + part + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            while (sent < 2_048 && in.available() == 0) {
                out.write(chunk);
                sent++;
            }
            String answer = new String(in.readNBytes(Math.max(in.available(), 12)), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 413").contains("256 MB");
        }
        assertThat(sent).isLessThan(400);
        File[] left = uploads().listFiles((directory, name) -> name.startsWith("upload_"));
        assertThat(left).isNotNull().isEmpty();
    }

    /** Where the server keeps files while they arrive. */
    private File uploads() {
        return (File) Objects.requireNonNull(servlets.getAttribute(ServletContext.TEMPDIR));
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
