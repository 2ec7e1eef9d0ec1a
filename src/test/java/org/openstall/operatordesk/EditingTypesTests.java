package org.openstall.operatordesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowsers;
import org.openstall.TestPostgresql;
import org.openstall.catalog.Attribute;
import org.openstall.catalog.ProductType;
import org.openstall.catalog.ProductTypes;
import org.springframework.beans.factory.annotation.Autowired;

/** The operator decides what pages of a kind of product tell. */
@OpenstallTest
class EditingTypesTests {
    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private ProductTypes types;

    private TestBrowser iris;
    private String code;
    private String schema;

    @BeforeEach
    void a_type_of_their_own() {
        iris = browsers.openFor(market.operator("Iris"));
        code = "T" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
        schema = types.get("BOOK")
                .schema()
                .replace("\"title\": \"BOOK\"", "\"title\": \"" + code + '"')
                .replace(
                        "\"x-categories\": [\"books\"]",
                        "\"x-categories\": [\"" + code.toLowerCase(Locale.ROOT) + "\"]");
    }

    private String path() {
        return "/operator/catalogue/types/" + code;
    }

    private TestBrowser.Answer save(int seen, String text) {
        return iris.post(path() + "/versions", "seen", Integer.toString(seen), "schema", text);
    }

    @Test
    void a_new_type_begins_with_a_schema_that_can_be_saved_and_a_look_at_its_form() {
        TestBrowser.Answer begun = iris.get("/operator/catalogue/types/new?code=" + code.toLowerCase(Locale.ROOT));
        assertThat(begun.body()).contains("\"title\": \"" + code + '"').contains("name=\"a-material\"");
        assertThat(iris.get("/operator/catalogue/types/new?code=7+dwarfs").status())
                .isEqualTo(422);
        assertThat(iris.get("/operator/catalogue/types/new?code=book").location())
                .isEqualTo("/operator/catalogue/types/BOOK");

        assertThat(save(0, schema).location()).isEqualTo(path());

        assertThat(types.get(code).version()).isEqualTo(1);
        assertThat(iris.get("/operator/catalogue/types").text()).contains(code);
    }

    @Test
    void a_preview_keeps_nothing_and_shows_the_form_of_what_is_typed() {
        save(0, schema);
        String longer = schema.replace("\"Who wrote it;", "\"Whoever has written it;");

        TestBrowser.Answer preview = iris.post(path() + "/preview", "seen", "1", "schema", longer);

        assertThat(preview.text()).contains("Whoever has written it;");
        assertThat(types.get(code).version()).isEqualTo(1);
    }

    @Test
    void a_faulty_schema_is_refused_with_the_places_and_stays_in_the_editor() {
        TestBrowser.Answer broken = save(0, "{\"title\": ");
        assertThat(broken.status()).isEqualTo(422);
        assertThat(broken.text()).contains("This is not JSON. Line and column");

        TestBrowser.Answer unnamed = save(0, schema.replaceFirst("\"zh-TW\": \"作者\"", "\"fr\": \"Auteur\""));
        assertThat(unnamed.text())
                .contains("At properties.author.x-labels the text in the language “zh-TW” is missing");
        assertThat(unnamed.body()).contains("Auteur");
        assertThat(types.find(code)).isEmpty();
    }

    @Test
    void of_two_edits_the_second_is_told_and_not_lost() {
        save(0, schema);
        TestBrowser ivo = browsers.openFor(market.operator("Ivo"));
        ivo.post(path() + "/versions", "seen", "1", "schema", schema.replace("300", "250"));

        TestBrowser.Answer late = save(1, schema.replace("300", "350"));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("Version 2 has been saved");
        assertThat(late.body()).contains("350");
        ProductType kept = types.get(code);
        assertThat(kept.schema()).contains("250");
        assertThat(iris.get(path()).text()).contains("Ivo");
        assertThat(iris.get(path() + "?version=1").body()).contains("300");
    }

    @Test
    void what_another_node_has_just_saved_is_in_the_editor() {
        save(0, schema);
        iris.get(path());
        savedElsewhere(code, 2, schema.replace("300", "250"));
        savedElsewhere(code + "_2", 1, schema.replace(code + '"', code + "_2\"").replace("300", "275"));

        assertThat(iris.get(path()).find("name=\"seen\" value=\"([^\"]+)\"")).isEqualTo("2");
        assertThat(iris.get(path()).body()).contains("250");
        assertThat(iris.get(path() + "_2").body()).contains("275");
        assertThat(iris.get("/operator/catalogue/types/new?code=" + code + "_2").location())
                .isEqualTo(path() + "_2");
    }

    /** As a node with a memory of its own would. */
    private static void savedElsewhere(String code, int version, String schema) {
        TestPostgresql.jdbcClient()
                .sql("""
                        insert into catalog.product_type (code, version, schema, edited_by, edited_at)
                        values (:code, :version, :schema, 'Ivo', now())
                        """)
                .param("code", code)
                .param("version", version)
                .param("schema", schema)
                .update();
    }

    @Test
    void all_types_are_taken_along_for_a_spreadsheet() {
        save(0, schema.replaceFirst("\"en\": \"[^\"]+\"", "\"en\": \"=1+1, or \\\\\"books\\\\\"\""));
        ProductType type = types.get(code);
        String numbers = type.attributes().size() + ","
                + type.attributes().stream().filter(Attribute::required).count() + ",1\r\n";

        assertThat(iris.get("/operator/catalogue/types").body()).contains("/operator/catalogue/types?format=csv");
        TestBrowser.Answer file = iris.get("/operator/catalogue/types?format=csv");
        assertThat(file.header("content-disposition")).contains("product-types.csv");
        assertThat(file.body())
                .startsWith("\uFEFFType,Code,Fields,Required,Version\r\n")
                .contains("\"'=1+1, or \"\"books\"\"\"," + code + "," + numbers);
        assertThat(iris.get("/operator/catalogue/types/new?code=7+dwarfs").body())
                .contains("/operator/catalogue/types?format=csv");
        assertThat(iris.speaking("ko")
                        .get("/operator/catalogue/types?format=csv")
                        .body())
                .startsWith("\uFEFF유형,코드,항목,필수,버전\r\n")
                .contains("," + code + "," + numbers);
    }

    @Test
    void what_is_no_type_does_not_exist() {
        assertThat(iris.get("/operator/catalogue/types/NOSUCH").body())
                .contains("href=\"/operator\">Go to the operator desk");
        assertThat(iris.get("/operator/catalogue/types/NOSUCH").status()).isEqualTo(404);
        assertThat(iris.post("/operator/catalogue/types/x/versions", "seen", "0", "schema", "{}")
                        .status())
                .isEqualTo(404);
    }
}
