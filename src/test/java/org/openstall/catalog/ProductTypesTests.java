package org.openstall.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openstall.TestPostgresql;
import org.openstall.catalog.AttributeProblem.Kind;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.ProductId;

class ProductTypesTests {
    private final MovableClock clock = new MovableClock();
    private final ProductTypeStore store = new ProductTypeStore(TestPostgresql.jdbcClient());
    private final ProductTypes types = new ProductTypes(store, clock);

    @BeforeEach
    void the_program_has_started() {
        types.bringIn();
    }

    @Test
    void every_shipped_type_is_a_schema_with_names_in_three_languages() {
        SoftAssertions softly = new SoftAssertions();
        ProductTypes.shipped().forEach((code, schema) -> softly.assertThat(SchemaReader.read(code, 1, schema))
                .as(code)
                .isInstanceOf(SchemaReading.Understood.class));
        softly.assertThat(types.list())
                .extracting(ProductType::code)
                .hasSizeGreaterThanOrEqualTo(15)
                .contains("BOOK", "MUSIC", "VIDEO", "DVD")
                .endsWith("OTHER");
        softly.assertAll();
    }

    @Test
    void every_example_would_pass_its_own_rules() {
        for (ProductType type : types.list()) {
            Map<String, String> examples = new LinkedHashMap<>();
            type.attributes().stream()
                    .filter(it -> !it.example().isEmpty())
                    .forEach(it -> examples.put(it.name(), it.example()));
            assertThat(types.validate(type, examples)).as(type.code()).isEmpty();
        }
    }

    @Test
    void a_book_is_read_in_any_language_and_width_and_kept_in_one_form() {
        AttributeReading reading = types.read(
                types.get("BOOK"),
                Map.of("author", " 한강 ", "binding", "양장본", "language", "Korean", "page_count", "１８８", "edition", " "));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.attributes())
                .containsExactly(
                        Map.entry("author", "한강"),
                        Map.entry("language", "Korean"),
                        Map.entry("binding", "Hardcover"),
                        Map.entry("page_count", "188"));
    }

    @Test
    void what_is_wrong_is_told_field_by_field() {
        Map<String, String> written = Map.of(
                "author", "x".repeat(301),
                "binding", "Stone tablet",
                "page_count", "12.5",
                "publication_year", "20166",
                "weight", "half a pound",
                "isbn", "1");

        assertThat(types.validate(types.get("BOOK"), written))
                .extracting(AttributeProblem::name, AttributeProblem::kind)
                .containsExactlyInAnyOrder(
                        tuple("author", Kind.TOO_LONG),
                        tuple("binding", Kind.NOT_ALLOWED),
                        tuple("page_count", Kind.NOT_WHOLE),
                        tuple("publication_year", Kind.TOO_LARGE),
                        tuple("weight", Kind.NOT_A_NUMBER),
                        tuple("isbn", Kind.UNKNOWN),
                        tuple("language", Kind.MISSING));
    }

    @Test
    void a_problem_names_the_field_and_the_remedy_in_the_visitors_language() {
        AttributeProblem problem = types.validate(
                        types.get("DVD"), Map.of("format", "DVD", "region_code", "2", "language", "English"))
                .getFirst();

        assertThat(problem.key()).isEqualTo("catalog.problem.not-allowed");
        assertThat(problem.arguments(Locale.KOREAN)[0]).isEqualTo("지역 코드");
        assertThat(problem.arguments(Locale.KOREAN)[2].toString()).contains("지역 3(한국·대만·동남아)");
    }

    @Test
    void a_page_of_a_category_with_one_type_has_that_type_and_one_with_several_none() {
        assertThat(types.of(page("monitors", null))).map(ProductType::code).contains("MONITOR");
        assertThat(types.of(page("monitors", "Desktop monitor")))
                .map(ProductType::code)
                .contains("MONITOR");
        assertThat(types.of(page("movies-music", null))).isEmpty();
        assertThat(types.of(page("movies-music", "DVD"))).map(ProductType::code).contains("DVD");
        assertThat(types.of(page("bed_bath_table", null))).isEmpty();
    }

    @Test
    void a_page_tells_what_it_is_in_the_visitors_language_with_units_and_the_rest_as_it_came() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("Weight", "5400");
        attributes.put("Response time", "5");
        attributes.put("Compatibility", "FX-890\\nFX-890A");
        attributes.put("Ark id", "51068");
        Product monitor = page("monitors", null, attributes);

        ProductSheet sheet = types.sheet(monitor, Locale.KOREAN);

        assertThat(sheet.sections())
                .extracting(ProductSheet.Section::title)
                .containsExactly("기술 사양", "호환 정보", "크기와 무게", null);
        assertThat(sheet.sections())
                .flatExtracting(ProductSheet.Section::lines)
                .extracting(ProductSheet.Line::label, ProductSheet.Line::value)
                .containsExactly(
                        tuple("응답 속도", "5 ms"),
                        tuple("호환 기종", "FX-890, FX-890A"),
                        tuple("무게", "5,400 g"),
                        tuple("Ark id", "51068"));
    }

    @Test
    void an_edit_is_a_new_version_that_the_next_start_leaves_alone() {
        ProductType pets = started("""
                {"title": "PETS_%1$s", "type": "object", "x-categories": ["pets-%1$s"],
                 "x-labels": {"en": "Pets", "ko": "반려동물", "zh-TW": "寵物"},
                 "x-sections": {"what": {"en": "What", "ko": "무엇", "zh-TW": "什麼"}},
                 "properties": {"animal": {"type": "string", "x-section": "what",
                     "x-labels": {"en": "Animal", "ko": "동물", "zh-TW": "動物"},
                     "x-help": {"en": "Whose", "ko": "누구", "zh-TW": "誰"}}}}
                """);

        types.edit(pets.code(), 1, pets.schema().replace("Whose", "For which animal"), "Iris");
        types.bringIn();

        assertThat(types.get(pets.code()).attributes().getFirst().help().english())
                .isEqualTo("For which animal");
        assertThat(types.history(pets.code()))
                .extracting(ProductTypeVersion::version)
                .containsExactly(2, 1);
        assertThatThrownBy(() -> types.edit(pets.code(), 1, pets.schema(), "Ivo"))
                .isInstanceOf(LostRace.class);
    }

    private ProductType started(String pattern) {
        String number = Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
        String schema = pattern.replace("PETS_%1$s", "PETS_" + number).replace("%1$s", number.toLowerCase(Locale.ROOT));
        types.edit("PETS_" + number, 0, schema, "Iris");
        return types.get("PETS_" + number);
    }

    @Test
    void a_faulty_schema_is_refused_with_every_fault_and_its_place() {
        assertThat(types.preview("BOOK", "{\"title\": "))
                .satisfies(it ->
                        assertThat(faults(it)).extracting(SchemaFault::kind).containsExactly(SchemaFault.Kind.BROKEN));
        assertThat(types.preview("BOOK", "{\"title\": \"BOOK\", \"properties\": 7}"))
                .satisfies(it -> assertThat(faults(it))
                        .extracting(SchemaFault::kind)
                        .containsOnly(SchemaFault.Kind.NOT_A_SCHEMA));
        SchemaReading reading = types.preview("BOOK", """
                {"title": "BOK", "x-categories": ["Not A Slug"], "required": ["author"], "x-sections": {},
                 "x-labels": {"en": "Book", "ko": "도서"},
                 "properties": {"pages": {"type": "array", "x-section": "none",
                     "x-labels": {"en": "a", "ko": "b", "zh-TW": "c"}, "x-help": {"en": "a", "ko": "b", "zh-TW": "c"}}}}
                """);
        assertThat(faults(reading))
                .extracting(SchemaFault::kind)
                .containsExactlyInAnyOrder(
                        SchemaFault.Kind.OTHER_TITLE,
                        SchemaFault.Kind.CATEGORY,
                        SchemaFault.Kind.REQUIRED_UNKNOWN,
                        SchemaFault.Kind.LABEL_MISSING,
                        SchemaFault.Kind.ATTRIBUTE_TYPE,
                        SchemaFault.Kind.SECTION_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"pattern, (unclosed", "$ref, #/$defs/nowhere", "$ref, https://elsewhere.example/schema.json"})
    void a_schema_by_which_nothing_can_be_checked_is_refused_when_it_is_saved(String keyword, String value) {
        SchemaReading reading = types.preview("BOOK", """
                {"title": "BOOK", "x-categories": ["books"],
                 "x-labels": {"en": "Book", "ko": "도서", "zh-TW": "書籍"},
                 "x-sections": {"main": {"en": "a", "ko": "b", "zh-TW": "c"}},
                 "properties": {"pages": {"type": "string", "x-section": "main", "%s": "%s",
                     "x-labels": {"en": "a", "ko": "b", "zh-TW": "c"}, "x-help": {"en": "a", "ko": "b", "zh-TW": "c"}}}}
                """.formatted(keyword, value));

        assertThat(faults(reading)).extracting(SchemaFault::kind).containsExactly(SchemaFault.Kind.NOT_A_SCHEMA);
        assertThat(faults(reading))
                .extracting(SchemaFault::what)
                .first()
                .asString()
                .isNotBlank();
    }

    private static List<SchemaFault> faults(SchemaReading reading) {
        return reading instanceof SchemaReading.Faulty faulty ? faulty.faults() : List.of();
    }

    private static Product page(String category, @Nullable String type) {
        return page(category, type, Map.of());
    }

    private static Product page(String category, @Nullable String type, Map<String, String> attributes) {
        return new Product(
                ProductId.random(),
                "A page",
                null,
                category,
                type,
                null,
                attributes,
                List.of(),
                null,
                null,
                new MovableClock().instant());
    }
}
