package org.openstall.wording;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a text must not say. An offer is exactly the item on the page: nothing missing, nothing broken, nothing else;
 * saying so in the note is no excuse. Buyers and sellers meet on the marketplace only. What rules are called, why
 * they exist and how to satisfy them is told by the texts of the keys here.
 */
public enum Rule {
    /** A part or component of what the page sells is not there. */
    MISSING_PARTS(Level.BLOCKING),
    /** The item does not work as it should, or nobody knows whether it does. */
    DEFECTIVE(Level.BLOCKING),
    /** The item is damaged beyond the wear that a used condition allows. */
    DAMAGED(Level.BLOCKING),
    /** The item is another than the page shows: colour, edition, region, maker of a part. */
    DIFFERS_FROM_PAGE(Level.BLOCKING),
    /** A telephone number, e-mail address, messenger or handle, or the wish to be reached by one. */
    CONTACT_DATA(Level.BLOCKING),
    /** A web address, or part of one, in whatever disguise. */
    WEB_ADDRESS(Level.BLOCKING),
    /** Packaging is missing or damaged: allowed for used items, yet buyers of collectibles care. */
    PACKAGING(Level.ADVISORY),
    /** Shipping, price or payment, which the offer itself tells. */
    SHIPPING_OR_PRICE(Level.ADVISORY),
    /** Praise of the seller, or a wish for reviews and followers. */
    PROMOTION(Level.ADVISORY);

    private final Level level;

    Rule(Level level) {
        this.level = level;
    }

    public Level level() {
        return level;
    }

    /** As files, programs and lexicons know it, such as {@code missing-parts}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Key of the rule's name, for people. */
    public String nameKey() {
        return "wording.rule." + id() + ".name";
    }

    /** Key of the reason for the rule. */
    public String whyKey() {
        return "wording.rule." + id() + ".why";
    }

    /** Key of what the writer can do about it. */
    public String fixKey() {
        return "wording.rule." + id() + ".fix";
    }

    public static Optional<Rule> of(String id) {
        return Arrays.stream(values()).filter(it -> it.id().equals(id)).findFirst();
    }
}
