package org.openstall.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Searchable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.SearchEntity;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.Category;
import org.openstall.catalog.Gtin;
import org.openstall.catalog.Product;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.ProductId;
import org.openstall.listings.OfferSummary;

/**
 * A product on offer in a marketplace, as the index holds it: what is searched, and all that a result page shows, so
 * that a search asks no database.
 *
 * @param fingerprint of all that the document was made of, the same in every process; another one means that it has to
 *     be made anew
 */
@SearchEntity
@Indexed(index = "products")
record ListedProduct(
        @DocumentId String key,
        @KeywordField String marketplace,

        @KeywordField(projectable = Projectable.YES, sortable = Sortable.YES)
        String product,

        @FullTextField(
                analyzer = ProductAnalysis.INDEX,
                searchAnalyzer = ProductAnalysis.QUERY,
                projectable = Projectable.YES)
        String title,

        @FullTextField(analyzer = ProductAnalysis.INDEX, searchAnalyzer = ProductAnalysis.QUERY)
        @KeywordField(name = "brandName", projectable = Projectable.YES, aggregable = Aggregable.YES)
        @Nullable
        String brand,

        @KeywordField(projectable = Projectable.YES, aggregable = Aggregable.YES)
        String category,

        @FullTextField(analyzer = ProductAnalysis.INDEX, searchAnalyzer = ProductAnalysis.QUERY) @Nullable
        String kind,

        @FullTextField(analyzer = ProductAnalysis.INDEX, searchAnalyzer = ProductAnalysis.QUERY)
        String details,

        @KeywordField List<String> codes,

        @KeywordField(searchable = Searchable.NO, projectable = Projectable.YES) @Nullable
        String imageUrl,

        @GenericField(projectable = Projectable.YES, sortable = Sortable.YES)
        long price,

        @GenericField(searchable = Searchable.NO, projectable = Projectable.YES)
        int offers,

        @GenericField(projectable = Projectable.YES) boolean inStock,

        @GenericField(searchable = Searchable.NO, sortable = Sortable.YES)
        long createdAt,

        @GenericField(searchable = Searchable.NO, projectable = Projectable.YES)
        int fingerprint) {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NO_CODE_CHARACTERS = Pattern.compile("[^a-z0-9]");
    private static final Pattern DIGIT = Pattern.compile("[0-9]");
    private static final int SHORTEST_CODE = 3;

    static ListedProduct of(MarketplaceId marketplace, Product product, Category category, OfferSummary offers) {
        return new ListedProduct(
                key(marketplace, product.id()),
                marketplace.value(),
                product.id().value(),
                product.title(),
                product.brand(),
                product.category(),
                product.productType(),
                details(product, category),
                codes(product),
                product.imageUrl(),
                offers.lowestPrice().minor(),
                offers.offers(),
                offers.inStock(),
                product.createdAt().toEpochMilli(),
                // A currency has another hash code in each process.
                Objects.hash(product, category, offers.lowestPrice().minor(), offers.offers(), offers.inStock()));
    }

    static String key(MarketplaceId marketplace, ProductId product) {
        return marketplace.value() + "/" + product.value();
    }

    /** A word as codes are kept, whatever hyphens and capitals it was written with. */
    static String code(String word) {
        return NO_CODE_CHARACTERS.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    private static String details(Product product, Category category) {
        List<String> details = new ArrayList<>(product.attributes().values());
        details.add(category.english());
        if (product.description() != null) {
            details.addFirst(product.description());
        }
        return String.join(" / ", details);
    }

    /** Product id, external id, GTIN in the forms people read off a box, and the model numbers of the title. */
    private static List<String> codes(Product product) {
        Stream<String> identifiers = Stream.concat(
                Stream.of(product.id().value()),
                product.external() == null
                        ? Stream.of()
                        : Stream.of(product.external().id()));
        Stream<String> gtins = product.codes().stream().flatMap(ListedProduct::forms);
        Stream<String> models = BLANKS.splitAsStream(product.title())
                .filter(it -> DIGIT.matcher(it).find());
        return Stream.of(identifiers, gtins, models)
                .flatMap(it -> it)
                .map(ListedProduct::code)
                .filter(it -> it.length() >= SHORTEST_CODE)
                .distinct()
                .toList();
    }

    private static Stream<String> forms(Gtin gtin) {
        return Stream.of(gtin.value(), gtin.value().substring(1), gtin.printed());
    }
}
