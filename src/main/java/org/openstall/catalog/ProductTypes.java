package org.openstall.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.AttributeProblem.Kind;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.NotYours;
import org.openstall.kernel.ProductId;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The product types: what pages of each kind of product must and may tell. They come with the program; whatever an
 * operator has edited is his from then on, and every version is kept.
 */
@Service
public class ProductTypes {
    private static final Duration FRESHNESS = Duration.ofSeconds(30);

    /** How long types may be told that nobody has asked for meanwhile, as asking is what has them read anew. */
    private static final Duration OLDEST = FRESHNESS.multipliedBy(2);

    private static final Pattern UNTIDY = Pattern.compile("[\\s\\p{Cntrl}\\u00a0\\u3000]+");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/?#\"<>]+(/[^\\s\"<>]*)?");
    private static final int VALIDATORS_KEPT = 200;
    private static final int SHEETS_KEPT = 10_000;
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    /** The type of everything that has no better one; it stands last in lists. */
    private static final String OTHER = "OTHER";

    private final ProductTypeStore store;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();
    private final LoadingCache<String, All> cache;

    private final LoadingCache<ProductType, Schema> validators;

    /** What pages tell, in each language: making it anew took as long as reading the page's offers. */
    private final Cache<SheetKey, KeptSheet> sheets =
            Caffeine.newBuilder().maximumSize(SHEETS_KEPT).build();

    private record SheetKey(ProductId product, Locale language) {}

    private record KeptSheet(@Nullable ProductType type, Map<String, String> attributes, ProductSheet sheet) {
        boolean tells(@Nullable ProductType now, Map<String, String> values) {
            return Objects.equals(type, now) && attributes.equals(values);
        }
    }

    /** All types by code, and the one type of each category that has just one. */
    private record All(Map<String, ProductType> types, Map<String, ProductType> sole) {
        static All of(List<ProductType> types) {
            Map<String, List<ProductType>> byCategory = new TreeMap<>();
            types.forEach(type -> type.categories().forEach(category -> byCategory
                    .computeIfAbsent(category, it -> new ArrayList<>())
                    .add(type)));
            return new All(
                    types.stream().collect(Collectors.toMap(ProductType::code, Function.identity())),
                    byCategory.entrySet().stream()
                            .filter(it -> it.getValue().size() == 1)
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, it -> it.getValue().getFirst())));
        }
    }

    ProductTypes(ProductTypeStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.cache = Caffeine.newBuilder()
                .refreshAfterWrite(FRESHNESS)
                .expireAfterWrite(OLDEST)
                .build(new CacheLoader<>() {
                    @Override
                    public All load(String key) {
                        return All.of(read());
                    }

                    // What has not changed stays the same object, so that comparing with it costs nothing.
                    @Override
                    public All reload(String key, All old) {
                        All now = load(key);
                        return now.equals(old) ? old : now;
                    }
                });
        this.validators = Caffeine.newBuilder().maximumSize(VALIDATORS_KEPT).build(SchemaReader::validator);
    }

    /** Brings in the types that came with the program, and their changes, except where an operator has edited. */
    @PostConstruct
    void bringIn() {
        Map<String, ProductTypeVersion> known =
                store.newest().stream().collect(Collectors.toMap(ProductTypeVersion::code, Function.identity()));
        shipped().forEach((code, schema) -> {
            ProductTypeVersion newest = known.get(code);
            if (newest == null) {
                store.add(code, 1, schema, null, clock.instant());
            } else if (newest.editedBy() == null && !newest.schema().equals(schema)) {
                store.add(code, newest.version() + 1, schema, null, clock.instant());
            }
        });
        cache.invalidateAll();
    }

    static Map<String, String> shipped() {
        Map<String, String> schemas = new TreeMap<>();
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:product-types/*.json")) {
                String file = Objects.requireNonNull(resource.getFilename());
                String code = file.replace(".json", "").replace('-', '_').toUpperCase(Locale.ROOT);
                schemas.put(code, resource.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return schemas;
    }

    private List<ProductType> read() {
        return store.newest().stream()
                .map(it -> switch (SchemaReader.stored(it.code(), it.version(), it.schema())) {
                    case SchemaReading.Understood understood -> understood.type();
                    case SchemaReading.Faulty faulty ->
                        throw new IllegalStateException("Product type " + it.code() + ": " + faulty.faults());
                })
                .toList();
    }

    private All all() {
        return Objects.requireNonNull(cache.get("all"));
    }

    /** In alphabetical order of their English names, the one for everything else last. */
    public List<ProductType> list() {
        return all().types().values().stream()
                .sorted(Comparator.comparing((ProductType it) -> it.code().equals(OTHER))
                        .thenComparing(it -> it.name().english()))
                .toList();
    }

    public Optional<ProductType> find(String code) {
        return Optional.ofNullable(all().types().get(code));
    }

    /**
     * The newest version of a type.
     *
     * @throws NotYours if there is none of that code
     */
    public ProductType get(String code) {
        return find(code).orElseThrow(() -> new NotYours("No product type " + code));
    }

    /** The page's own type, or the type of its category if that leaves no choice. */
    public Optional<ProductType> of(Product product) {
        return of(product.productType(), product.category());
    }

    private Optional<ProductType> of(@Nullable String productType, String category) {
        ProductType own = productType == null ? null : all().types().get(productType);
        return Optional.ofNullable(own != null ? own : all().sole().get(category));
    }

    /** The attribute of the page's type; empty if it has no type or that knows no such attribute. */
    public Optional<Attribute> attribute(Product page, String name) {
        return of(page).flatMap(it -> it.attribute(name));
    }

    /** What a page tells, as its product page shows it. */
    public ProductSheet sheet(Product product, Locale language) {
        ProductType type = of(product).orElse(null);
        SheetKey key = new SheetKey(product.id(), language);
        KeptSheet kept = sheets.getIfPresent(key);
        if (kept == null || !kept.tells(type, product.attributes())) {
            kept = new KeptSheet(type, product.attributes(), ProductSheet.of(type, product.attributes(), language));
            sheets.put(key, kept);
        }
        return kept.sheet();
    }

    /** What a page to be will tell. */
    public ProductSheet sheet(NewProduct page, Locale language) {
        return ProductSheet.of(of(page.productType(), page.category()).orElse(null), page.attributes(), language);
    }

    /** The type as the columns of a file. */
    public PageTemplate template(ProductType type) {
        return template(type, List.of());
    }

    /** The same for a seller who has shipping templates of those names. */
    public PageTemplate template(ProductType type, List<String> shippingTemplates) {
        return PageTemplate.of(type, shippingTemplates);
    }

    /** What is wrong with a page's attributes; empty if nothing. */
    public List<AttributeProblem> validate(ProductType type, Map<String, String> attributes) {
        return read(type, attributes).problems();
    }

    /**
     * Reads attributes as they were written in a form or a file, in any of the languages, with digits of any width.
     * Blank ones count as not given.
     */
    public AttributeReading read(ProductType type, Map<String, String> written) {
        List<AttributeProblem> problems = new ArrayList<>();
        Map<String, String> values = new TreeMap<>();
        ObjectNode node = json.createObjectNode();
        written.forEach((name, text) -> {
            if (!text.isBlank()) {
                type.attribute(name)
                        .ifPresentOrElse(
                                attribute -> read(type, attribute, text, values, node, problems),
                                () -> problems.add(new AttributeProblem(name, Kind.UNKNOWN, null, text, type)));
            }
        });
        for (Error error : Objects.requireNonNull(validators.get(type)).validate(node)) {
            told(type, error, written).ifPresent(problem -> {
                if (problems.stream().noneMatch(it -> it.name().equals(problem.name()))) {
                    problems.add(problem);
                }
            });
        }
        Map<String, String> inOrder = new LinkedHashMap<>();
        type.attributes().stream()
                .filter(it -> values.containsKey(it.name()))
                .forEach(it -> inOrder.put(it.name(), values.getOrDefault(it.name(), "")));
        return new AttributeReading(inOrder, problems);
    }

    /** Reads all of a page that somebody has typed by the type's form or template. */
    public PageReading readPage(ProductType type, PageFields fields) {
        Set<PageProblem> problems = EnumSet.noneOf(PageProblem.class);
        String title = tidy(fields.title());
        if (title.isEmpty()) {
            problems.add(PageProblem.TITLE_MISSING);
        }
        check(title, PageProblem.LONGEST_TITLE, PageProblem.TITLE_TOO_LONG, problems);
        String brand = tidy(fields.brand());
        check(brand, PageProblem.LONGEST_BRAND, PageProblem.BRAND_TOO_LONG, problems);
        String description = fields.description().strip();
        check(description, PageProblem.LONGEST_DESCRIPTION, PageProblem.DESCRIPTION_TOO_LONG, problems);
        String category = fields.category().isBlank() ? type.categories().getFirst() : fields.category();
        if (!type.categories().contains(category)) {
            problems.add(PageProblem.CATEGORY_NOT_OF_TYPE);
        }
        List<Gtin> codes = codes(fields.code(), problems);
        String image = fields.imageUrl().strip();
        if (!isImage(image)) {
            problems.add(PageProblem.IMAGE_NOT_AN_ADDRESS);
        }
        AttributeReading attributes = read(type, fields.attributes());
        boolean fine = problems.isEmpty() && attributes.problems().isEmpty();
        NewProduct page = fine
                ? new NewProduct(
                        title,
                        orNull(brand),
                        category,
                        type.code(),
                        orNull(description),
                        attributes.attributes(),
                        codes,
                        orNull(image),
                        null)
                : null;
        return new PageReading(page, problems, attributes.problems());
    }

    /** Why a field of a page cannot have the value; an empty one takes it away, which a title does not bear. */
    Optional<ChangeRefusal> unfit(Product page, PageField field, String value) {
        return switch (field.kind()) {
            case TITLE ->
                value.isEmpty()
                        ? unfit(PageProblem.TITLE_MISSING)
                        : unfit(value, PageProblem.LONGEST_TITLE, PageProblem.TITLE_TOO_LONG);
            case BRAND -> unfit(value, PageProblem.LONGEST_BRAND, PageProblem.BRAND_TOO_LONG);
            case CODE ->
                PageField.codes(value).stream()
                        .flatMap(it -> it instanceof GtinRefusal refusal ? Stream.of(refusal) : Stream.empty())
                        .findFirst()
                        .flatMap(it -> unfit(problem(it)));
            case DESCRIPTION -> unfit(value, PageProblem.LONGEST_DESCRIPTION, PageProblem.DESCRIPTION_TOO_LONG);
            case IMAGE -> isImage(value) ? Optional.empty() : unfit(PageProblem.IMAGE_NOT_AN_ADDRESS);
            case ATTRIBUTE ->
                of(page).flatMap(type ->
                                type.attribute(field.attribute()).flatMap(attribute -> unfit(type, attribute, value)))
                        .or(() -> unfit(value, PageProblem.LONGEST_DESCRIPTION, PageProblem.DESCRIPTION_TOO_LONG));
        };
    }

    private Optional<ChangeRefusal> unfit(ProductType type, Attribute attribute, String value) {
        return read(type, Map.of(attribute.name(), value)).problems().stream()
                .filter(it -> it.name().equals(attribute.name()))
                .findFirst()
                .map(it -> new ChangeRefusal.Unfit(null, it));
    }

    private static Optional<ChangeRefusal> unfit(PageProblem problem) {
        return Optional.of(new ChangeRefusal.Unfit(problem, null));
    }

    private static Optional<ChangeRefusal> unfit(String value, int longest, PageProblem problem) {
        return value.codePointCount(0, value.length()) > longest ? unfit(problem) : Optional.empty();
    }

    private static boolean isImage(String address) {
        return address.isEmpty()
                || Pictures.isOurs(address)
                || (ADDRESS.matcher(address).matches() && address.length() <= PageProblem.LONGEST_ADDRESS);
    }

    private static void check(String text, int longest, PageProblem problem, Set<PageProblem> problems) {
        if (text.codePointCount(0, text.length()) > longest) {
            problems.add(problem);
        }
    }

    private static List<Gtin> codes(String typed, Set<PageProblem> problems) {
        if (typed.isBlank()) {
            return List.of();
        }
        return switch (Gtin.read(typed)) {
            case Gtin code -> List.of(code);
            case GtinRefusal refusal -> {
                problems.add(problem(refusal));
                yield List.of();
            }
        };
    }

    private static PageProblem problem(GtinRefusal refusal) {
        return switch (refusal) {
            case NOT_DIGITS -> PageProblem.CODE_NOT_DIGITS;
            case LENGTH -> PageProblem.CODE_LENGTH;
            case CHECK_DIGIT -> PageProblem.CODE_CHECK_DIGIT;
            case ALL_ZEROS -> PageProblem.CODE_ZEROS;
        };
    }

    /** One line without control characters and doubled blanks. */
    static String tidy(String text) {
        return UNTIDY.matcher(text).replaceAll(" ").strip();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static void read(
            ProductType type,
            Attribute attribute,
            String text,
            Map<String, String> values,
            ObjectNode node,
            List<AttributeProblem> problems) {
        String value = attribute.read(text);
        if (value == null) {
            Kind kind = attribute.kind() == Attribute.Kind.YES_OR_NO ? Kind.NOT_YES_OR_NO : Kind.NOT_A_NUMBER;
            problems.add(new AttributeProblem(attribute.name(), kind, attribute, text.strip(), type));
            return;
        }
        values.put(attribute.name(), value);
        switch (attribute.kind()) {
            case NUMBER, WHOLE_NUMBER -> node.put(attribute.name(), new BigDecimal(value));
            case YES_OR_NO -> node.put(attribute.name(), value.equals(Attribute.YES));
            case TEXT, CHOICE -> node.put(attribute.name(), value);
        }
    }

    /** What the validator found, as a problem with a remedy; it may find again what is a problem already. */
    private static Optional<AttributeProblem> told(ProductType type, Error error, Map<String, String> written) {
        boolean missing = "required".equals(error.getKeyword());
        String name = missing
                ? String.valueOf(error.getProperty())
                : String.valueOf(error.getInstanceLocation().getName(-1));
        return type.attribute(name).map(attribute -> {
            Kind kind =
                    switch (error.getKeyword()) {
                        case "required", "minLength" -> Kind.MISSING;
                        case "type" -> Kind.NOT_WHOLE;
                        case "minimum", "exclusiveMinimum" -> Kind.TOO_SMALL;
                        case "maximum", "exclusiveMaximum" -> Kind.TOO_LARGE;
                        case "maxLength" -> Kind.TOO_LONG;
                        case "enum" -> Kind.NOT_ALLOWED;
                        default -> Kind.WRONG_FORM;
                    };
            String value = Objects.requireNonNullElse(ProductType.value(written, attribute.name()), "");
            return new AttributeProblem(attribute.name(), kind, attribute, value.strip(), type);
        });
    }

    // Editing

    /** All versions of a type, the newest first, as of this moment and not of the cache. */
    public List<ProductTypeVersion> history(String code) {
        return store.history(code);
    }

    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** Reads a schema without keeping it, for a look at its form. */
    public SchemaReading preview(String code, String schema) {
        return SchemaReader.read(code, 0, schema);
    }

    /**
     * Keeps a new version of a type, or the first of a new one.
     *
     * @param seen the version that the edit began with, 0 for a new type
     * @throws LostRace if there is a newer one by now
     */
    public SchemaReading edit(String code, int seen, String schema, String editedBy) {
        SchemaReading reading = SchemaReader.read(code, seen + 1, schema);
        if (reading instanceof SchemaReading.Understood) {
            int newest = store.history(code).stream()
                    .mapToInt(ProductTypeVersion::version)
                    .max()
                    .orElse(0);
            if (newest != seen) {
                throw new LostRace("Product type " + code + " is at version " + newest);
            }
            LostRace.unlessOne(store.add(code, seen + 1, schema, editedBy, clock.instant()), "Another edit of " + code);
            cache.invalidateAll();
        }
        return reading;
    }
}
