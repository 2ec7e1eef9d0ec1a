package org.openstall.pages;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The cast of the demo marketplace, who sign in by one click. */
public enum DemoPerson {
    NADIA("shop-window"),
    OMAR("bag"),
    IRIS("sliders");

    private final String icon;

    DemoPerson(String icon) {
        this.icon = icon;
    }

    static Optional<DemoPerson> of(String key) {
        return Arrays.stream(values()).filter(it -> it.key().equals(key)).findFirst();
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String icon() {
        return icon;
    }

    String email() {
        return key() + "@openstall.example";
    }
}
