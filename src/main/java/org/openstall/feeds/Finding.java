package org.openstall.feeds;

import org.openstall.listings.RowRefusal;

/** What can be said of a row. The message is made when it is looked at, in the language of the one who looks. */
public enum Finding {
    SKU_MISSING,
    /** Argument: the text. */
    SKU_INVALID,
    /** Arguments: column and text. */
    NOT_A_NUMBER,
    /** More decimals than the currency has. Arguments: column and text. */
    TOO_FINE,
    /** Arguments: column and text. */
    NOT_POSITIVE,
    /** Arguments: column and text. */
    PRICE_TOO_HIGH,
    QUANTITY_NOT_WHOLE,
    QUANTITY_NEGATIVE,
    QUANTITY_TOO_HIGH,
    HANDLING_OUT_OF_RANGE,
    /** Argument: how many characters. */
    NOTE_TOO_LONG,
    /** Arguments: the words, and the keys of the rule's name and of what to do about them. */
    NOTE_REFUSED,
    ACTION_UNKNOWN,
    PRODUCT_ID_INVALID,
    PRODUCT_ID_TYPE_UNKNOWN,
    PRODUCT_UNKNOWN,
    CONDITION_UNKNOWN,
    /** Argument: the name given. */
    TEMPLATE_UNKNOWN,
    /** Arguments: column and text. */
    NOT_YES_OR_NO,
    /** Arguments: the currency given and the one of the marketplace. */
    CURRENCY_DIFFERS,
    NOT_OUR_FULFILMENT,
    /** Argument: how many characters a row may have. */
    ROW_TOO_LONG,
    /** Argument: the columns of the header. */
    TOO_MANY_CELLS,
    /** Argument: the path. */
    ATTRIBUTE_INVALID,
    /** Argument: the operation. */
    OPERATION_UNKNOWN,
    /** Argument: the marketplace. */
    OTHER_MARKETPLACE,

    ORDER_MISSING,
    /** Argument: the text. */
    ORDER_INVALID,
    ORDER_UNKNOWN,
    /** Argument: the text. */
    ORDER_ITEM_UNKNOWN,
    /** An item is needed to say of what so many units are. */
    ORDER_ITEM_MISSING,
    SHIP_QUANTITY_INVALID,
    /** Arguments: how many, and how many are left. */
    SHIP_QUANTITY_TOO_HIGH,
    /** Another row of the same package was refused. */
    PACKAGE_INCOMPLETE,
    TRACKING_NUMBER_MISSING,
    CARRIER_MISSING,
    /** Argument: the carriers whose number it may be. */
    CARRIER_AMBIGUOUS,
    /** Argument: the text. */
    CARRIER_UNKNOWN,
    CARRIER_NAME_MISSING,
    SHIP_TEXT_TOO_LONG,
    /** Arguments: the carrier, and numbers that would be right. */
    TRACKING_NUMBER_LENGTH,
    /** Arguments: the carrier, and numbers that would be right. */
    TRACKING_NUMBER_FORM,
    /** Arguments: the carrier, and numbers that would be right. */
    TRACKING_NUMBER_CHECK_DIGIT,
    ORDER_ALREADY_SHIPPED,
    ORDER_CANCELLED,

    UNKNOWN_SKU,
    PRODUCT_MISSING,
    PRICE_MISSING,
    CONDITION_MISSING,
    PRODUCT_DIFFERS,
    CONDITION_DIFFERS,
    MINIMUM_ABOVE_MAXIMUM,
    PRICE_BELOW_MINIMUM,
    PRICE_ABOVE_MAXIMUM,
    HANDLING_REVERSED,

    /** Argument: what the row says. */
    TYPE_UNKNOWN,
    /** Arguments: the column, and the key of what is wrong and what to do. */
    PAGE_FIELD,
    /** Arguments: the key of what is wrong and what to do, and its four arguments in each language. */
    PAGE_ATTRIBUTE,
    /** The operator has rejected the very page. Argument: his reason. */
    PAGE_REJECTED,
    /** Argument: how many new pages a file may have. */
    TOO_MANY_PAGES,

    /** Argument: the record that counts instead. */
    SUPERSEDED(Severity.WARNING),
    /** There are no variations here: the children stand for themselves. */
    PARENT_IGNORED(Severity.WARNING),
    /** The row has a SKU and nothing else. */
    NOTHING_SAID(Severity.WARNING),
    /** Argument: the attribute that is about the product, not the offer. */
    ATTRIBUTE_IGNORED(Severity.WARNING),
    /** The note is accepted but could be better. Arguments: those of {@link #NOTE_REFUSED}. */
    NOTE_ADVICE(Severity.WARNING),
    /** Argument: other orders with a package of the same number. */
    TRACKING_NUMBER_REUSED(Severity.WARNING),
    /** No page fits: one is proposed, and the offer waits for it. */
    PAGE_PROPOSED(Severity.WARNING),
    /** As before; this one takes the place of another that waited for the same SKU. */
    PAGE_PROPOSED_ANEW(Severity.WARNING),
    /** The same was proposed before and waits. */
    PAGE_WAITS(Severity.WARNING),
    /** Argument: pages that may be of the same product. */
    PAGE_SIMILAR(Severity.WARNING);

    /** Whether the row was kept from being published. */
    public enum Severity {
        ERROR,
        WARNING
    }

    private final Severity severity;

    Finding() {
        this(Severity.ERROR);
    }

    Finding(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }

    static Finding of(RowRefusal refusal) {
        return valueOf(refusal.name());
    }
}
