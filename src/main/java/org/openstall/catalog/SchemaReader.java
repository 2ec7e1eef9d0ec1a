package org.openstall.catalog;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.DialectId;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openstall.catalog.SchemaFault.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a product type out of its JSON Schema. Beyond the standard, a schema says by {@code x-labels}, {@code x-help},
 * {@code x-values}, {@code x-unit}, {@code x-section}, {@code x-sections} and {@code x-categories} what people see.
 */
final class SchemaReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** What the standard does not know and a validator need not look at. */
    private static final List<Keyword> OURS = Stream.of(
                    "x-labels", "x-help", "x-values", "x-unit", "x-section", "x-sections", "x-categories")
            .<Keyword>map(NonValidationKeyword::new)
            .toList();

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDialect(
            Dialect.builder(Dialects.getDraft202012()).keywords(OURS).build());
    private static final Schema META_SCHEMA =
            SchemaRegistry.withDialect(Dialects.getDraft202012()).getSchema(SchemaLocation.of(DialectId.DRAFT_2020_12));

    private final String code;
    private final int version;
    private final List<SchemaFault> faults = new ArrayList<>();

    private SchemaReader(String code, int version) {
        this.code = code;
        this.version = version;
    }

    /** Reads what somebody has written. */
    static SchemaReading read(String code, int version, String text) {
        return new SchemaReader(code, version).reading(text, true);
    }

    /** Reads what has been read before, without asking again whether it keeps to the standard. */
    static SchemaReading stored(String code, int version, String text) {
        return new SchemaReader(code, version).reading(text, false);
    }

    private SchemaReading reading(String text, boolean asking) {
        ProductType type = type(text, asking);
        return type == null || !faults.isEmpty()
                ? new SchemaReading.Faulty(List.copyOf(faults))
                : new SchemaReading.Understood(type);
    }

    /** What the type's attributes have to satisfy. */
    static Schema validator(ProductType type) {
        return REGISTRY.getSchema(JSON.readTree(type.schema()));
    }

    private @Nullable ProductType type(String text, boolean asking) {
        JsonNode schema;
        try {
            schema = JSON.readTree(text);
        } catch (JacksonException broken) {
            var place = broken.getLocation();
            fault(
                    Kind.BROKEN,
                    place == null ? "1:1" : place.getLineNr() + ":" + place.getColumnNr(),
                    broken.getOriginalMessage());
            return null;
        }
        if (asking) {
            for (Error error : META_SCHEMA.validate(schema)) {
                fault(Kind.NOT_A_SCHEMA, error.getInstanceLocation().toString(), error.getMessage());
            }
        }
        if (!faults.isEmpty() || !schema.isObject()) {
            if (faults.isEmpty()) {
                fault(Kind.NOT_A_SCHEMA, "$", text);
            }
            return null;
        }
        if (!schema.path("title").asString("").equals(code)) {
            fault(Kind.OTHER_TITLE, "title", code);
        }
        if (asking) {
            tryOut(schema);
        }
        Map<String, Words> sections = sections(schema);
        return new ProductType(
                code,
                version,
                text,
                words(schema, "x-labels", "$"),
                categories(schema),
                sections,
                attributes(schema, sections.keySet()));
    }

    /** A schema may keep to the standard and be of no use: an expression that is none, a reference to nowhere. */
    private void tryOut(JsonNode schema) {
        try {
            REGISTRY.getSchema(schema).initializeValidators();
        } catch (SchemaException unusable) {
            fault(Kind.NOT_A_SCHEMA, "$", String.valueOf(unusable.getMessage()));
        }
    }

    private void fault(Kind kind, String where, String what) {
        faults.add(new SchemaFault(kind, where, what));
    }

    private List<String> categories(JsonNode schema) {
        List<String> categories = texts(schema.path("x-categories"));
        if (categories.isEmpty()) {
            fault(Kind.CATEGORY, "x-categories", "");
        }
        categories.stream().filter(it -> !Category.isSlug(it)).forEach(it -> fault(Kind.CATEGORY, "x-categories", it));
        return categories;
    }

    private Map<String, Words> sections(JsonNode schema) {
        Map<String, Words> sections = new LinkedHashMap<>();
        for (String name : schema.path("x-sections").propertyNames()) {
            sections.put(name, words(schema.path("x-sections"), name, "x-sections"));
        }
        return sections;
    }

    private List<Attribute> attributes(JsonNode schema, Set<String> sections) {
        JsonNode properties = schema.path("properties");
        Set<String> required = new LinkedHashSet<>(texts(schema.path("required")));
        required.stream().filter(it -> !properties.has(it)).forEach(it -> fault(Kind.REQUIRED_UNKNOWN, "required", it));
        List<Attribute> attributes = new ArrayList<>();
        for (String name : properties.propertyNames()) {
            attributes.add(attribute(name, properties.path(name), required.contains(name), sections));
        }
        if (attributes.isEmpty()) {
            fault(Kind.NO_ATTRIBUTES, "properties", "");
        }
        return attributes;
    }

    private Attribute attribute(String name, JsonNode property, boolean required, Set<String> sections) {
        String where = "properties." + name;
        String section = property.path("x-section").asString("");
        if (!sections.contains(section)) {
            fault(Kind.SECTION_UNKNOWN, where, section);
        }
        return new Attribute(
                name,
                kind(property, where),
                section,
                required,
                words(property, "x-labels", where),
                words(property, "x-help", where),
                unit(property, where),
                example(property),
                choices(property, where),
                number(property.path("minimum")),
                number(property.path("maximum")),
                property.path("maxLength").isNumber()
                        ? Integer.valueOf(property.path("maxLength").intValue())
                        : null);
    }

    private Attribute.Kind kind(JsonNode property, String where) {
        String type = property.path("type").asString("");
        return switch (type) {
            case "string" -> property.has("enum") ? Attribute.Kind.CHOICE : Attribute.Kind.TEXT;
            case "number" -> Attribute.Kind.NUMBER;
            case "integer" -> Attribute.Kind.WHOLE_NUMBER;
            case "boolean" -> Attribute.Kind.YES_OR_NO;
            default -> {
                fault(Kind.ATTRIBUTE_TYPE, where, type);
                yield Attribute.Kind.TEXT;
            }
        };
    }

    private List<Attribute.Choice> choices(JsonNode property, String where) {
        return texts(property.path("enum")).stream()
                .map(value -> new Attribute.Choice(
                        value,
                        property.path("x-values").has(value)
                                ? words(property.path("x-values"), value, where + ".x-values")
                                : Words.same(value)))
                .toList();
    }

    private @Nullable Words unit(JsonNode property, String where) {
        JsonNode unit = property.path("x-unit");
        if (unit.isString()) {
            return Words.same(unit.asString());
        }
        return unit.isObject() ? words(property, "x-unit", where) : null;
    }

    private Words words(JsonNode parent, String name, String where) {
        JsonNode labels = parent.path(name);
        return new Words(
                word(labels, "en", where + '.' + name),
                word(labels, "ko", where + '.' + name),
                word(labels, "zh-TW", where + '.' + name));
    }

    private String word(JsonNode labels, String language, String where) {
        String word = labels.path(language).asString("").strip();
        if (word.isEmpty()) {
            fault(Kind.LABEL_MISSING, where, language);
        }
        return word;
    }

    private static String example(JsonNode property) {
        JsonNode example = property.path("examples").path(0);
        if (example.isBoolean()) {
            return example.booleanValue() ? Attribute.YES : Attribute.NO;
        }
        return example.asString("");
    }

    private static @Nullable BigDecimal number(JsonNode node) {
        return node.isNumber() ? node.decimalValue() : null;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(it -> texts.add(it.asString("")));
        return texts;
    }
}
