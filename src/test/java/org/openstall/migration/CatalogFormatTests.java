package org.openstall.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openstall.OpenstallTest;
import org.openstall.catalog.Catalog;
import org.openstall.catalog.Product;
import org.openstall.kernel.CannotGoOn;
import org.openstall.listings.Offer;
import org.openstall.listings.Offers;
import org.openstall.marketplaces.Marketplaces;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class CatalogFormatTests {
    private static final String HEADER =
            "id,title,name,brand,ean,short_description,price_cents,date_released,product_type,attributes_json,image_url";

    private static final Progress UNHEARD = new Progress() {
        @Override
        public void begin(ImportStage stage, long total) {}

        @Override
        public void advance(long units) {}
    };

    @Autowired
    private CatalogFormat format;

    @Autowired
    private Imports imports;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Offers offers;

    @TempDir
    private Path directory;

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void products_come_in_with_codes_categories_attributes_and_offers() throws IOException {
        ImportReport report = run(file("""
                %1$s-1,Hollow core laser printer,P1,Fabrik,,Prints.,12900,2020-01-01,,"{""paper_size"": ""A4"", ""duplex"": true, ""weight"": 9.0}",
                %1$s-2,Wireless headphones,H2,Fabrik,,,4900,2020-01-01,Headphones,{},http://images.example/h2.jpg
                """));

        Product printer = find("1");
        assertThat(report.changes()).isGreaterThanOrEqualTo(4);
        assertThat(printer.category()).isEqualTo("printers");
        assertThat(printer.attributes())
                .containsEntry("Paper size", "A4")
                .containsEntry("Duplex", "Yes")
                .containsEntry("Weight", "9");
        assertThat(find("2").category()).isEqualTo("audio");
        assertThat(offers(printer)).isNotEmpty().first().satisfies(it -> {
            assertThat(it.price().toString()).isEqualTo("USD 129.00");
            assertThat(it.quantity()).isPositive();
        });
    }

    @Test
    void a_second_run_changes_nothing() throws IOException {
        Path file = file("""
                %1$s-1,Desk lamp,L,Fabrik,,,900,2020-01-01,,{},
                %1$s-2,Floor lamp,L,Fabrik,,,1900,2020-01-01,,{},
                """);

        assertThat(run(file).changes()).isPositive();
        assertThat(run(file).changes()).isZero();
    }

    @Test
    void a_time_until_which_to_import_is_refused_as_a_catalogue_has_none() throws IOException {
        Path file = file("%1$s-1,Desk lamp,L,Fabrik,,,900,2020-01-01,,{},\n");

        try (Rejects rejects = new Rejects(null)) {
            assertThatThrownBy(
                            () -> imports.run("catalog", file, new ImportOptions(LocalDateTime.MIN), rejects, UNHEARD))
                    .isInstanceOf(CannotGoOn.class)
                    .hasMessage("--until is of no use with format catalog, whose rows have no time; leave it out");
        }
        assertThat(catalog.findByExternalIds(CatalogFile.SOURCE, List.of(run + "-1")))
                .isEmpty();
    }

    @Test
    void what_cannot_be_used_is_named_and_the_rest_comes_in() throws IOException {
        Path rejected = directory.resolve("rejects.csv");
        try (Rejects rejects = new Rejects(rejected)) {
            format.run(file("""
                            %1$s-1,Stapler,S,Fabrik,4006381333932,,500,2020-01-01,,{},
                            %1$s-2,,S,Fabrik,,,500,2020-01-01,,{},
                            %1$s-3,Punch,S,Fabrik,,,free,2020-01-01,,{},
                            %1$s-4,Ruler,"broken,Fabrik,,,500,2020-01-01,,{},
                            %1$s-5,Tape,S,Fabrik,,,500,2020-01-01,,not json,
                            """), new ImportOptions(null), rejects, UNHEARD);
        }

        assertThat(Files.readAllLines(rejected))
                .hasSize(6)
                .anyMatch(it -> it.contains(",2,") && it.contains("wrong check digit"))
                .anyMatch(it -> it.contains(",3,title is empty"))
                .anyMatch(it -> it.contains(",4,") && it.contains("price_cents"))
                .anyMatch(it -> it.contains(",5,") && it.contains("quot"))
                .anyMatch(it -> it.contains(",6,") && it.contains("attributes_json"));
        assertThat(find("1").codes()).isEmpty();
        assertThat(offers(find("3"))).isEmpty();
        assertThat(find("5").attributes()).isEmpty();
        assertThat(catalog.findByExternalIds(CatalogFile.SOURCE, List.of(run + "-2", run + "-4")))
                .isEmpty();
    }

    @Test
    void what_no_product_can_hold_is_named_and_the_rest_comes_in() throws IOException {
        Path rejected = directory.resolve("rejects.csv");
        try (Rejects rejects = new Rejects(rejected)) {
            format.run(file("""
                            %1$s-1,Stapler,S,Fabrik,,,500,2020-01-01,,null,
                            %1$s-2,Stap\0ler,S,Fabrik,,,500,2020-01-01,,{},
                            %1$s-3,Punch,S,Fabrik,,,9223372036854775807,2020-01-01,,{},
                            %1$s-4,Tape,S,Fabrik,,,500,2020-01-01,,"{""width"": ""a\\u0000b""}",
                            %1$s-5,TITLE,S,Fabrik,,,500,2020-01-01,,{},
                            %1$s-6,Ruler,S,Fabrik,,,500,2020-01-01,,{},
                            """.replace("TITLE", "long ".repeat(201))), new ImportOptions(null), rejects, UNHEARD);
        }

        assertThat(Files.readAllLines(rejected))
                .hasSize(6)
                .anyMatch(it -> it.contains(",2,attributes_json is no JSON object"))
                .anyMatch(it -> it.contains(",3,") && it.contains("NUL"))
                .anyMatch(it -> it.contains(",4,price_cents is no whole number from 1 to 100000000"))
                .anyMatch(it -> it.contains(",5,\"attributes_json has a NUL"))
                .anyMatch(it -> it.contains(",6,title is longer than 1000 characters"));
        assertThat(offers(find("1"))).isNotEmpty();
        assertThat(offers(find("3"))).isEmpty();
        assertThat(find("4").attributes()).isEmpty();
        assertThat(offers(find("6"))).isNotEmpty();
        assertThat(catalog.findByExternalIds(CatalogFile.SOURCE, List.of(run + "-2", run + "-5")))
                .isEmpty();
    }

    @Test
    void ids_that_are_no_skus_have_offers_of_their_own_all_the_same() throws IOException {
        String same = "a very long id, 40 characters and more,";
        Path file = file("""
                "%%1$s-%1$s 1",Stapler,S,Fabrik,,,500,2020-01-01,,{},
                "%%1$s-%1$s 2",Punch,S,Fabrik,,,600,2020-01-01,,{},
                %%1$s-😀,Tape,S,Fabrik,,,700,2020-01-01,,{},
                """.formatted(same));

        assertThat(run(file).changes()).isGreaterThanOrEqualTo(6);
        assertThat(offers(find(same + " 1"))).isNotEmpty();
        assertThat(offers(find(same + " 2"))).isNotEmpty();
        assertThat(offers(find("😀"))).isNotEmpty();
        assertThat(run(file).changes()).isZero();
    }

    @Test
    void two_rows_with_one_code_are_one_product() throws IOException {
        run(file("""
                %1$s-1,Notebook A5,N,Fabrik,9780306406157,,500,2020-01-01,,{},
                %1$s-2,Notebook A5 again,N,Fabrik,0306406152,,600,2020-01-01,,{},
                """));

        assertThat(find("2")).isEqualTo(find("1"));
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        Path file = directory.resolve("nowhere.csv.gz");

        assertThatThrownBy(() -> run(file)).isInstanceOf(CannotGoOn.class).hasMessage("There is no file " + file);
        assertThatThrownBy(() -> run(directory)).hasMessage("There is no file " + directory);
    }

    @Test
    void a_file_without_a_needed_column_is_refused_before_anything_is_written() throws IOException {
        Path file = Files.writeString(directory.resolve("other.csv"), "id,title\n" + run + "-1,Lamp\n");

        assertThatThrownBy(() -> run(file)).isInstanceOf(CannotGoOn.class).hasMessageContaining("brand, ean");
        assertThat(catalog.findByExternalIds(CatalogFile.SOURCE, List.of(run + "-1")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', HP 2131 Deskjet printer,                          printers",
        "'', HP Printer cable 2 m,                             cables",
        "'', OKI Toner C5100 Original Cyan,                    ink",
        "Notebook, Acer Swift Silver 14 inch 8 GB Windows 10,  computers",
        "'', Targus notebook case 15.6 inch,                   computer-accessories",
        "'', Lenovo ThinkPad X60 8 Cell Battery,               power",
        "'', BABY born doll clothes set,                       toys",
        "'', Something nobody has a word for,                  electronics"
    })
    void the_category_follows_from_what_a_thing_is(String type, String title, String category) {
        assertThat(new ProductCategories().of(type, title)).isEqualTo(category);
    }

    private ImportReport run(Path file) {
        try (Rejects rejects = new Rejects(null)) {
            return format.run(file, new ImportOptions(null), rejects, UNHEARD);
        }
    }

    private Path file(String rows) throws IOException {
        return Files.writeString(directory.resolve("products.csv"), HEADER + "\n" + rows.formatted(run));
    }

    private Product find(String id) {
        return catalog.findByExternalIds(CatalogFile.SOURCE, List.of(run + "-" + id)).values().stream()
                .findFirst()
                .flatMap(catalog::find)
                .orElseThrow();
    }

    private List<Offer> offers(Product product) {
        return offers.of(Marketplaces.US, product.id(), null, 100).items();
    }
}
