package org.openstall.sellerdesk;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.openstall.marketplaces.Marketplace;
import org.openstall.shipping.Rate;
import org.openstall.shipping.Template;
import org.openstall.shipping.TemplateProblem;
import org.openstall.shipping.Templates;
import org.springframework.util.MultiValueMap;

/**
 * A shipping template as it was typed.
 *
 * @param version the one the form began with; 0 for a new template
 */
public record TemplateForm(String name, int version, List<RateForm> rates) {

    public TemplateForm {
        rates = List.copyOf(rates);
    }

    static TemplateForm of(Template template, String name, int version, Currency currency) {
        return new TemplateForm(
                name,
                version,
                template.rates().stream().map(it -> RateForm.of(it, currency)).toList());
    }

    static TemplateForm read(MultiValueMap<String, String> fields) {
        String version = text(fields, "version");
        int count = whole(text(fields, "rates"));
        List<RateForm> rates = new ArrayList<>();
        for (int i = 0; i < Math.min(count, Templates.MOST_RATES + 1); i++) {
            rates.add(new RateForm(
                    text(fields, field(i, "goods")),
                    text(fields, field(i, "service")),
                    text(fields, field(i, "kind")),
                    text(fields, field(i, "places")),
                    text(fields, field(i, "least")),
                    text(fields, field(i, "most")),
                    Set.copyOf(fields.getOrDefault(field(i, "types"), List.of())),
                    text(fields, field(i, "basis")),
                    text(fields, field(i, "perShipment")),
                    text(fields, field(i, "perUnit")),
                    text(fields, field(i, "bands")),
                    text(fields, field(i, "freeFrom"))));
        }
        return new TemplateForm(text(fields, "name"), whole(version), rates);
    }

    private static String text(MultiValueMap<String, String> fields, String name) {
        String typed = Objects.requireNonNullElse(fields.getFirst(name), "");
        return typed.substring(0, Math.min(typed.length(), 5_000)).strip();
    }

    private static int whole(String typed) {
        return typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
    }

    /** The name of a field of one of the rates. */
    public static String field(int rate, String name) {
        return "r" + rate + '-' + name;
    }

    TemplateForm withAnother() {
        List<RateForm> more = new ArrayList<>(rates);
        more.add(RateForm.fresh());
        return new TemplateForm(name, version, more);
    }

    TemplateForm without(int rate) {
        List<RateForm> fewer = new ArrayList<>(rates);
        if (rate >= 0 && rate < fewer.size()) {
            fewer.remove(rate);
        }
        return new TemplateForm(name, version, fewer);
    }

    /** Key and arguments of a text that says what is wrong with a field. */
    public record Complaint(String key, List<String> arguments) {
        public Complaint {
            arguments = List.copyOf(arguments);
        }
    }

    /** What was read; without complaints, all rates are there. */
    record Reading(List<Rate> rates, Map<String, Complaint> complaints) {}

    Reading read(Marketplace marketplace) {
        Map<String, Complaint> complaints = new HashMap<>();
        List<Rate> read = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            int number = i;
            Rate rate = rates.get(i)
                    .read(
                            marketplace.currency(),
                            marketplace.country(),
                            (field, key) ->
                                    complaints.put(field(number, field), new Complaint(REFUSED + key, List.of())));
            if (rate != null) {
                read.add(rate);
            }
        }
        return new Reading(read, complaints);
    }

    private static final String REFUSED = "desk.shipping.refused.";

    static Map<String, Complaint> complaints(List<TemplateProblem> problems) {
        Map<String, Complaint> complaints = new HashMap<>();
        problems.forEach(it ->
                complaints.putIfAbsent(fieldOf(it), new Complaint(REFUSED + Names.key(it.kind()), it.arguments())));
        return complaints;
    }

    private static String fieldOf(TemplateProblem problem) {
        String field =
                switch (problem.kind()) {
                    case NAME_MISSING, NAME_TOO_LONG, NAME_TAKEN -> "name";
                    case TOO_MANY_TEMPLATES, NO_RATES, TOO_MANY_RATES -> "whole";
                    case STATES_MISSING,
                            STATES_UNKNOWN,
                            POSTCODES_MISSING,
                            POSTCODES_UNREADABLE,
                            COUNTRIES_UNKNOWN,
                            TOO_MANY_PLACES -> "places";
                    case ADDRESS_TYPES_MISSING -> "types";
                    case TRANSIT_OUT_OF_RANGE, TRANSIT_REVERSED -> "most";
                    case FEE_OUT_OF_RANGE -> "perShipment";
                    case BANDS_MISSING, BANDS_NOT_FROM_ZERO, BANDS_UNORDERED -> "bands";
                    case FREE_FROM_OUT_OF_RANGE -> "freeFrom";
                    case SERVICE_NOT_ABROAD, COLLISION -> "service";
                };
        return problem.rate() < 0 ? field : field(problem.rate(), field);
    }
}
