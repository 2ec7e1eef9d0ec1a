package org.openstall.pages;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Light, dark, or as the device is set. */
public enum Theme {
    AUTO("auto", "circle-half"),
    LIGHT("light", "sun"),
    DARK("dark", "moon-stars");

    private final String value;
    private final String icon;

    Theme(String value, String icon) {
        this.value = value;
        this.icon = icon;
    }

    public String value() {
        return value;
    }

    public String icon() {
        return icon;
    }

    static Optional<Theme> of(@Nullable String value) {
        return Arrays.stream(values()).filter(it -> it.value.equals(value)).findFirst();
    }
}
