package org.openstall.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openstall.TestPostgresql;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.ProductId;

class CatalogTests {
    private final CatalogStore store = new CatalogStore(TestPostgresql.jdbcClient());
    private final List<Object> events = new ArrayList<>();
    private final Catalog catalog = new Catalog(store, new MovableClock(), events::add);

    @Test
    void a_product_is_found_as_it_was_added() {
        NewProduct kettle = new NewProduct(
                "Gooseneck kettle",
                "Hollin",
                "home-kitchen",
                "Kettle",
                "Pours \"slowly\". Holds 0.9 litres.",
                Map.of("Capacity", "0.9 l"),
                List.of(gtin("4006381333931")),
                "https://images.example/kettle.jpg",
                new ExternalId("test", "kettle-1"));

        Addition addition = catalog.add(kettle);

        Product product = catalog.find(addition.id()).orElseThrow();
        assertThat(addition).isInstanceOf(Addition.Added.class);
        assertThat(product)
                .usingRecursiveComparison()
                .ignoringFields("id", "createdAt")
                .isEqualTo(kettle);
        assertThat(catalog.findByCode("4006381333931")).contains(product);
        assertThat(catalog.findByCode(product.id().value())).contains(product);
        assertThat(catalog.findByExternalIds("test", List.of("kettle-1", "kettle-2")))
                .isEqualTo(Map.of("kettle-1", product.id()));
        assertThat(events).containsExactly(new ProductsAdded(List.of(product.id())));
    }

    @Test
    void no_two_pages_claim_one_code() {
        ProductId first = catalog.add(coded("Pen", "0306406152")).id();
        events.clear();

        assertThat(catalog.add(coded("The same pen", "9780306406157"))).isEqualTo(new Addition.Matched(first));
        assertThat(catalog.find(first).orElseThrow().title()).isEqualTo("Pen");
        assertThat(events).isEmpty();
    }

    @Test
    void a_page_matched_by_code_is_known_by_the_new_external_id_too() {
        ProductId page = catalog.add(coded("Drill", "73513537")).id();

        catalog.add(new NewProduct(
                "Drill", null, "tools", null, null, Map.of(), List.of(gtin("73513537")), null, imported("drill")));

        assertThat(catalog.findByExternalIds("import", List.of("drill"))).isEqualTo(Map.of("drill", page));
    }

    @Test
    void a_batch_brought_in_twice_changes_nothing() {
        List<NewProduct> batch = IntStream.range(0, 2_000)
                .mapToObj(i -> new NewProduct(
                        "Bulk " + i, null, "bulk_goods", null, null, Map.of(), List.of(), null, imported("bulk" + i)))
                .toList();

        List<Addition> first = catalog.addAll(batch);
        List<Addition> second = catalog.addAll(batch);

        assertThat(first).hasOnlyElementsOfType(Addition.Added.class);
        assertThat(second).hasOnlyElementsOfType(Addition.Matched.class);
        assertThat(second)
                .extracting(Addition::id)
                .isEqualTo(first.stream().map(Addition::id).toList());
        assertThat(catalog.find(first.stream().map(Addition::id).toList())).hasSize(2_000);
    }

    @Test
    void products_that_are_the_same_within_a_batch_become_one_page() {
        List<Addition> additions =
                catalog.addAll(List.of(coded("Lamp", "036000291452"), coded("Lamp, again", "0036000291452")));

        assertThat(additions.getLast())
                .isEqualTo(new Addition.Matched(additions.getFirst().id()));
    }

    @Test
    void a_code_that_somebody_else_claims_meanwhile_is_a_lost_race() {
        Gtin code = gtin("10012345678902");
        Claims ours = new Claims(Map.of(), Map.of());
        ours.claim(coded("Crate", code.value()), ProductId.random());
        catalog.add(coded("Crate", code.value()));

        assertThatThrownBy(() -> store.save(ours)).isInstanceOf(LostRace.class);
    }

    @Test
    void categories_have_names_and_unknown_ones_are_readable() {
        catalog.add(NewProduct.of("Ball", null, "toys"));
        catalog.add(NewProduct.of("Towel", null, "bed_bath_table"));

        assertThat(catalog.categories())
                .extracting(it -> it.category().name(Locale.TAIWAN))
                .contains("玩具與遊戲", "Bed bath table");
        assertThat(catalog.category("toys").name(Locale.KOREAN)).isEqualTo("장난감·게임");
    }

    private static NewProduct coded(String title, String code) {
        return new NewProduct(title, null, "office", null, null, Map.of(), List.of(gtin(code)), null, null);
    }

    private static ExternalId imported(String id) {
        return new ExternalId("import", id);
    }

    private static Gtin gtin(String text) {
        return (Gtin) Gtin.read(text);
    }
}
