package org.openstall.operatordesk;

import java.util.List;
import java.util.Locale;
import org.openstall.catalog.Attribute;
import org.openstall.catalog.ProductType;
import org.openstall.catalog.ProductTypeVersion;
import org.openstall.catalog.ProductTypes;
import org.openstall.catalog.SchemaReading;
import org.openstall.identity.SignedIn;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.NotYours;
import org.openstall.pages.Csv;
import org.openstall.pages.Redirect;
import org.openstall.pages.Texts;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Edits what pages of each kind of product tell. */
@Controller
class TypeController {
    private static final String TYPES = "/operator/catalogue/types";
    private static final List<String> COLUMNS = List.of("name", "code", "fields", "required", "version");

    /** What a new type begins with: it can be saved as it stands. */
    private static final String BEGINNING = """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "NEW_TYPE",
              "x-labels": {"en": "New type", "ko": "새 유형", "zh-TW": "新類型"},
              "x-categories": ["electronics"],
              "x-sections": {
                "what": {"en": "About the product", "ko": "제품 정보", "zh-TW": "商品資訊"}
              },
              "type": "object",
              "required": [],
              "properties": {
                "material": {
                  "type": "string",
                  "x-section": "what",
                  "minLength": 1,
                  "maxLength": 100,
                  "x-labels": {"en": "Material", "ko": "소재", "zh-TW": "材質"},
                  "x-help": {"en": "What it is mainly made of.", "ko": "주요 소재를 적어 주세요.", "zh-TW": "主要材質。"},
                  "examples": ["Stainless steel"]
                }
              },
              "additionalProperties": false
            }
            """;

    private final ProductTypes types;
    private final Texts texts;

    TypeController(ProductTypes types, Texts texts) {
        this.types = types;
        this.texts = texts;
    }

    @GetMapping(TYPES)
    View types() {
        return new TypesPage(types.list(), "", false);
    }

    @GetMapping(path = TYPES, params = "format=csv")
    ResponseEntity<byte[]> csv(Visitor visitor) {
        return Csv.file(
                "product-types.csv",
                texts.header(visitor.language(), "operator.types.", COLUMNS),
                types.list().stream().map(it -> cells(it, visitor)).toList());
    }

    private static List<String> cells(ProductType type, Visitor visitor) {
        return List.of(
                type.name().in(visitor.language().locale()),
                type.code(),
                Integer.toString(type.attributes().size()),
                Long.toString(
                        type.attributes().stream().filter(Attribute::required).count()),
                Integer.toString(type.version()));
    }

    @GetMapping(TYPES + "/new")
    View begin(@RequestParam(defaultValue = "") String code) {
        String wanted = code.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        if (!ProductTypes.isCode(wanted)) {
            return new TypesPage(types.list(), code, true);
        }
        return types.history(wanted).isEmpty()
                ? page(wanted, 0, BEGINNING.replace("NEW_TYPE", wanted), false)
                : Redirect.to(TYPES + "/" + wanted);
    }

    /** An older version is shown in the editor, to be looked at or brought back. */
    @GetMapping(TYPES + "/{code}")
    View type(@PathVariable String code, @RequestParam(defaultValue = "0") int version) {
        List<ProductTypeVersion> history = types.history(code);
        if (history.isEmpty()) {
            throw new NotYours("No product type " + code);
        }
        ProductTypeVersion newest = history.getFirst();
        ProductTypeVersion shown = history.stream()
                .filter(it -> it.version() == version)
                .findFirst()
                .orElse(newest);
        return page(code, newest.version(), shown.schema(), false);
    }

    private TypePage page(String code, int seen, String schema, boolean stale) {
        List<ProductTypeVersion> history = types.history(code);
        return switch (types.preview(code, schema)) {
            case SchemaReading.Understood understood ->
                new TypePage(code, seen, schema, List.of(), understood.type(), history, stale);
            case SchemaReading.Faulty faulty -> new TypePage(code, seen, schema, faulty.faults(), null, history, stale);
        };
    }

    private static String known(String code) {
        if (!ProductTypes.isCode(code)) {
            throw new NotYours("No product type " + code);
        }
        return code;
    }

    @PostMapping(TYPES + "/{code}/preview")
    View preview(@PathVariable String code, @RequestParam int seen, @RequestParam String schema) {
        return page(known(code), seen, schema, false);
    }

    @PostMapping(TYPES + "/{code}/versions")
    View save(@PathVariable String code, @RequestParam int seen, @RequestParam String schema, SignedIn operator) {
        try {
            return switch (types.edit(known(code), seen, schema, operator.name())) {
                case SchemaReading.Understood understood ->
                    Redirect.to(TYPES + "/" + code)
                            .saying("operator.type.saved", understood.type().version());
                case SchemaReading.Faulty faulty -> page(code, seen, schema, false);
            };
        } catch (LostRace race) {
            return page(code, seen, schema, true);
        }
    }
}
