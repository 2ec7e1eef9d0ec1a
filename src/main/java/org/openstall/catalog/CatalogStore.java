package org.openstall.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class CatalogStore {
    private static final TypeReference<Map<String, String>> ATTRIBUTES = new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json = new JsonMapper();

    CatalogStore(JdbcClient db) {
        this.db = db;
    }

    List<Product> find(Collection<? extends ProductId> ids) {
        String[] wanted = texts(ids, ProductId::value);
        // Mostly there is one, and PostgreSQL keeps the plan for one.
        return db.sql("""
                select product_id, title, brand, category, product_type, description, attributes, codes, image_url,
                       source, external_id, created_at
                  from catalog.product
                 where product_id = %s
                """.formatted(wanted.length == 1 ? ":id" : "any(:ids)"))
                .param("id", wanted.length == 1 ? wanted[0] : null)
                .param("ids", wanted)
                .query(this::product)
                .list();
    }

    Optional<Product> lock(ProductId id) {
        return db.sql("""
                select product_id, title, brand, category, product_type, description, attributes, codes, image_url,
                       source, external_id, created_at
                  from catalog.product
                 where product_id = :id
                   for update
                """).param("id", id.value()).query(this::product).optional();
    }

    /** Writes what a page tells; category and where it came from stay. Who owns the codes is written by itself. */
    void save(Product page) {
        db.sql("""
                update catalog.product
                   set title = :title, brand = :brand, description = :description, attributes = :attributes::jsonb,
                       image_url = :imageUrl, codes = string_to_array(:codes, ' ')
                 where product_id = :id
                """)
                .param("title", page.title())
                .param("brand", page.brand())
                .param("description", page.description())
                .param("attributes", json.writeValueAsString(page.attributes()))
                .param("imageUrl", page.imageUrl())
                .param("codes", String.join(" ", texts(page.codes(), Gtin::value)))
                .param("id", page.id().value())
                .update();
    }

    /** Lets a page have these codes and no others any more; fails as {@link LostRace} if another page has one. */
    void saveCodes(ProductId id, Collection<Gtin> codes) {
        String[] wanted = codes.stream().map(Gtin::value).toArray(String[]::new);
        db.sql("""
                delete from catalog.gtin
                 where product_id = :id
                   and gtin = any(:known)
                   and gtin <> all(:wanted)
                """)
                .param("id", id.value())
                .param("known", texts(known(id), Gtin::value))
                .param("wanted", wanted)
                .update();
        db.sql("""
                insert into catalog.gtin (gtin, product_id)
                select gtin, :id
                  from unnest(:wanted) as code (gtin)
                    on conflict do nothing
                """).param("id", id.value()).param("wanted", wanted).update();
        insertedAll(wanted.length, (int)
                owners(codes).values().stream().filter(id::equals).count());
    }

    private List<Gtin> known(ProductId id) {
        return find(List.of(id)).stream().flatMap(it -> it.codes().stream()).toList();
    }

    /** Pages whose title and brand have all the words, those that say little else first. */
    List<ProductId> withWords(String words, int size) {
        return db.sql("""
                select product_id
                  from catalog.product
                 where to_tsvector('simple', title || ' ' || coalesce(brand, ''))
                       @@ plainto_tsquery('simple', :words)
                 order by length(title), product_id
                 limit :size
                """)
                .param("words", words)
                .param("size", size)
                .query((row, number) -> new ProductId(row.getString("product_id")))
                .list();
    }

    /** Pages whose title and brand have all the words, the last of which may be only begun; in no order. */
    Set<ProductId> withWordsBegun(String words, int size) {
        return db.sql("""
                select product_id
                  from catalog.product
                 where to_tsvector('simple', title || ' ' || coalesce(brand, ''))
                       @@ (nullif(plainto_tsquery('simple', :words)::text, '') || ':*')::tsquery
                 limit :size
                """)
                .param("words", words)
                .param("size", size)
                .query((row, number) -> new ProductId(row.getString("product_id")))
                .set();
    }

    List<ProductId> existing(Collection<ProductId> ids) {
        return db.sql("""
                select product_id
                  from catalog.product
                 where product_id = any(:ids)
                """)
                .param("ids", texts(ids, ProductId::value))
                .query((row, number) -> new ProductId(row.getString("product_id")))
                .list();
    }

    Map<Gtin, ProductId> owners(Collection<Gtin> codes) {
        Map<Gtin, ProductId> owners = new HashMap<>();
        db.sql("""
                select gtin, product_id
                  from catalog.gtin
                 where gtin = any(:codes)
                """).param("codes", texts(codes, Gtin::value)).query((ResultSet row) -> {
            owners.put(new Gtin(row.getString("gtin")), new ProductId(row.getString("product_id")));
        });
        return owners;
    }

    Map<ExternalId, ProductId> externalOwners(Collection<ExternalId> ids) {
        Map<ExternalId, ProductId> owners = new HashMap<>();
        db.sql("""
                select external_id, source, product_id
                  from catalog.external_product
                 where (external_id, source) in (select * from unnest(:ids, :sources))
                """)
                .param("ids", texts(ids, ExternalId::id))
                .param("sources", texts(ids, ExternalId::source))
                .query((ResultSet row) -> {
                    owners.put(
                            new ExternalId(row.getString("source"), row.getString("external_id")),
                            new ProductId(row.getString("product_id")));
                });
        return owners;
    }

    void save(Claims claims) {
        Map<String, ProductId> codes = claims.newCodes();
        insertedAll(
                codes.size(),
                db.sql("""
                        insert into catalog.gtin (gtin, product_id)
                        select gtin, product_id
                          from unnest(:codes, :products) as claim (gtin, product_id)
                            on conflict do nothing
                        """)
                        .param("codes", texts(codes.keySet(), Function.identity()))
                        .param("products", texts(codes.values(), ProductId::value))
                        .update());
        Map<ExternalId, ProductId> externalIds = claims.newExternalIds();
        insertedAll(
                externalIds.size(),
                db.sql("""
                        insert into catalog.external_product (external_id, source, product_id)
                        select external_id, source, product_id
                          from unnest(:ids, :sources, :products) as claim (external_id, source, product_id)
                            on conflict do nothing
                        """)
                        .param("ids", texts(externalIds.keySet(), ExternalId::id))
                        .param("sources", texts(externalIds.keySet(), ExternalId::source))
                        .param("products", texts(externalIds.values(), ProductId::value))
                        .update());
    }

    void insert(Map<ProductId, NewProduct> products, Instant createdAt) {
        Collection<NewProduct> pages = products.values();
        db.sql("""
                insert into catalog.product
                       (product_id, title, brand, category, product_type, description, attributes, codes, image_url,
                        source, external_id, created_at)
                select product_id, title, brand, category, product_type, description, attributes::jsonb,
                       string_to_array(codes, ' '), image_url, source, external_id, :createdAt
                  from unnest(:ids, :titles, :brands, :categories, :productTypes, :descriptions, :attributes, :codes,
                              :imageUrls, :sources, :externalIds)
                    as page (product_id, title, brand, category, product_type, description, attributes, codes,
                             image_url, source, external_id)
                """)
                .param("ids", texts(products.keySet(), ProductId::value))
                .param("titles", texts(pages, NewProduct::title))
                .param("brands", texts(pages, NewProduct::brand))
                .param("categories", texts(pages, NewProduct::category))
                .param("productTypes", texts(pages, NewProduct::productType))
                .param("descriptions", texts(pages, NewProduct::description))
                .param("attributes", texts(pages, it -> json.writeValueAsString(it.attributes())))
                .param("codes", texts(pages, it -> String.join(" ", texts(it.codes(), Gtin::value))))
                .param("imageUrls", texts(pages, NewProduct::imageUrl))
                .param(
                        "sources",
                        texts(
                                pages,
                                it -> it.external() == null
                                        ? null
                                        : it.external().source()))
                .param(
                        "externalIds",
                        texts(
                                pages,
                                it -> it.external() == null
                                        ? null
                                        : it.external().id()))
                .param("createdAt", Utc.of(createdAt))
                .update();
    }

    List<Category> categories() {
        return db.sql("""
                select slug, name_en, name_ko, name_zh_tw
                  from catalog.category
                 order by position, slug
                """)
                .query((row, number) -> new Category(
                        row.getString("slug"),
                        row.getString("name_en"),
                        row.getString("name_ko"),
                        row.getString("name_zh_tw")))
                .list();
    }

    /** How many pages each category has, by slug in alphabetical order. */
    Map<String, Long> productsByCategory() {
        Map<String, Long> products = new TreeMap<>();
        db.sql("""
                select category, count(*) as products
                  from catalog.product
                 group by category
                """).query((ResultSet row) -> {
            products.put(row.getString("category"), row.getLong("products"));
        });
        return products;
    }

    private Product product(ResultSet row, int number) throws SQLException {
        String source = row.getString("source");
        return new Product(
                new ProductId(row.getString("product_id")),
                row.getString("title"),
                row.getString("brand"),
                row.getString("category"),
                row.getString("product_type"),
                row.getString("description"),
                json.readValue(row.getString("attributes"), ATTRIBUTES),
                Arrays.stream((String[]) row.getArray("codes").getArray())
                        .map(Gtin::new)
                        .toList(),
                row.getString("image_url"),
                source == null ? null : new ExternalId(source, row.getString("external_id")),
                Utc.instant(row, "created_at"));
    }

    private static void insertedAll(int expected, int inserted) {
        if (inserted != expected) {
            throw new LostRace("Somebody else has just claimed one of these codes");
        }
    }

    private static <T> @Nullable String[] texts(Collection<? extends T> of, Function<T, @Nullable String> text) {
        return of.stream().map(text).toArray(String[]::new);
    }
}
