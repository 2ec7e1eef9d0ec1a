package org.openstall.operatordesk;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openstall.marketplaces.Marketplace;
import org.openstall.marketplaces.Policy;
import org.openstall.marketplaces.Policy.Unit;
import org.openstall.pages.Frame;
import org.openstall.pages.TypedNumber;

/** A policy of a marketplace with the value in force, as people read and write it. */
public record PolicyLine(Marketplace place, Policy policy, BigDecimal value) {
    private static final int MOST_DECIMALS = 4;

    public boolean isChanged() {
        return value.compareTo(policy.byDefault()) != 0;
    }

    /** How it is written in an address and in the keys of its texts. */
    public String key() {
        return key(policy);
    }

    static String key(Policy policy) {
        return policy.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Policy> of(String key) {
        return Arrays.stream(Policy.values()).filter(it -> key(it).equals(key)).findFirst();
    }

    public String path() {
        return "/operator/marketplaces/" + place.id() + "/policies/" + key();
    }

    public String shown(Frame frame) {
        return shown(frame, value);
    }

    public String shown(Frame frame, BigDecimal number) {
        return frame.policy(policy, number, place);
    }

    /** The number to type: amounts in whole units of the currency. */
    public String typed() {
        return typed(value);
    }

    public String typed(BigDecimal number) {
        BigDecimal whole = policy.unit() == Unit.MINOR_AMOUNT ? number.movePointLeft(decimals()) : number;
        return whole.stripTrailingZeros().toPlainString();
    }

    /** Of a switch: what may be chosen, with the words for it. */
    public Map<String, String> choices(Frame frame) {
        return Stream.of(policy.least(), policy.most())
                .collect(Collectors.toMap(this::typed, it -> shown(frame, it), (it, same) -> it, LinkedHashMap::new));
    }

    /** What somebody typed, as the policy counts. */
    Optional<BigDecimal> read(String typed) {
        return TypedNumber.read(typed, decimals())
                .map(it -> policy.unit() == Unit.MINOR_AMOUNT ? it.movePointRight(decimals()) : it);
    }

    /** What has to be typed, for whoever has typed something else. */
    public String refusal(Frame frame) {
        String least = shown(frame, policy.least());
        String most = shown(frame, policy.most());
        return switch (policy.unit()) {
            case PERCENT -> frame.t("operator.policy.refused.number", least, most);
            case MINOR_AMOUNT -> frame.t("operator.policy.refused.amount", least, most, decimals());
            case SWITCH -> frame.t("operator.policy.refused.switch");
            case DAYS, HOURS, TIME_OF_DAY, COUNT -> frame.t("operator.policy.refused.whole", least, most);
        };
    }

    private int decimals() {
        return switch (policy.unit()) {
            case PERCENT -> MOST_DECIMALS;
            case MINOR_AMOUNT -> place.currency().getDefaultFractionDigits();
            case DAYS, HOURS, TIME_OF_DAY, COUNT, SWITCH -> 0;
        };
    }
}
