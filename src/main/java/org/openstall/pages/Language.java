package org.openstall.pages;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages that every page speaks. */
public enum Language {
    ENGLISH("en", Locale.US, "English"),
    KOREAN("ko", Locale.KOREA, "한국어"),
    TRADITIONAL_CHINESE("zh-TW", Locale.TAIWAN, "繁體中文");

    /** Browsers send few different headers, and reading one takes longer than choosing by it. */
    private static final LoadingCache<String, Language> PREFERRED =
            Caffeine.newBuilder().maximumSize(1_000).build(Language::read);

    private final String tag;
    private final Locale locale;
    private final String ownName;

    Language(String tag, Locale locale, String ownName) {
        this.tag = tag;
        this.locale = locale;
        this.ownName = ownName;
    }

    public String tag() {
        return tag;
    }

    /** Decides how money, dates and numbers look. */
    public Locale locale() {
        return locale;
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    public static Optional<Language> ofTag(@Nullable String tag) {
        return Arrays.stream(values()).filter(it -> it.tag.equals(tag)).findFirst();
    }

    /** The one that was chosen, by its tag, or else the one of a place's people; English if neither is known. */
    public static Language of(@Nullable String chosen, Locale otherwise) {
        return ofTag(chosen).orElseGet(() -> preferred(otherwise.toLanguageTag()));
    }

    /** The one that a browser likes best, by its {@code Accept-Language}; English if it says nothing we know. */
    static Language preferred(@Nullable String acceptLanguage) {
        return acceptLanguage == null ? ENGLISH : PREFERRED.get(acceptLanguage);
    }

    private static Language read(String acceptLanguage) {
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(acceptLanguage);
            return ranges.stream()
                    .flatMap(range -> Arrays.stream(values()).filter(it -> it.locale
                            .getLanguage()
                            .equals(Locale.forLanguageTag(range.getRange()).getLanguage())))
                    .findFirst()
                    .orElse(ENGLISH);
        } catch (IllegalArgumentException e) {
            return ENGLISH;
        }
    }
}
