package org.openstall.wording;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A kind of text that people write for others; each has rules of its own. */
public enum TextKind {
    /** What a seller says of the one item he offers: its wear, and nothing else. */
    CONDITION_NOTE("condition-note"),
    /** What a seller writes to all his buyers on the packing slip: thanks, and nothing that leads them elsewhere. */
    PACKING_SLIP_NOTE("packing-slip-note");

    private final String id;

    TextKind(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** Names of the lexicons whose rules hold for this kind; where two find the same words, the earlier counts. */
    List<String> lexicons() {
        return switch (this) {
            case CONDITION_NOTE, PACKING_SLIP_NOTE -> List.of("en", "de", "ko", "zh", "ja", "contact");
        };
    }

    /** Whether texts of this kind have to keep a rule. */
    boolean has(Rule rule) {
        return switch (this) {
            case CONDITION_NOTE -> true;
            case PACKING_SLIP_NOTE ->
                switch (rule) {
                    case CONTACT_DATA, WEB_ADDRESS, PROMOTION -> true;
                    case MISSING_PARTS, DEFECTIVE, DAMAGED, DIFFERS_FROM_PAGE, PACKAGING, SHIPPING_OR_PRICE -> false;
                };
        };
    }

    public static Optional<TextKind> of(String id) {
        return Arrays.stream(values()).filter(it -> it.id.equals(id)).findFirst();
    }
}
