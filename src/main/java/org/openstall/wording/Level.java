package org.openstall.wording;

import java.util.Locale;

/** What a finding means for the text. */
public enum Level {
    /** The text may not be published as it is. */
    BLOCKING,
    /** The text may be published, but would be better without. */
    ADVISORY;

    /** As files and programs know it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
