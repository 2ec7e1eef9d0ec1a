package org.openstall.catalog;

import java.util.Locale;

/** What is wrong with a field that pages of every type have. */
public enum PageProblem {
    TITLE_MISSING("title"),
    TITLE_TOO_LONG("title"),
    BRAND_TOO_LONG("brand"),
    CATEGORY_NOT_OF_TYPE("category"),
    DESCRIPTION_TOO_LONG("description"),
    CODE_NOT_DIGITS("code"),
    CODE_LENGTH("code"),
    CODE_CHECK_DIGIT("code"),
    CODE_ZEROS("code"),
    IMAGE_NOT_AN_ADDRESS("image");

    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_BRAND = 100;
    public static final int LONGEST_DESCRIPTION = 4_000;
    static final int LONGEST_ADDRESS = 1_000;

    private final String field;

    PageProblem(String field) {
        this.field = field;
    }

    /** The field it is about. */
    public String field() {
        return field;
    }

    /** The text's key in the message bundles. */
    public String key() {
        return "catalog.page." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
