package org.openstall.pages;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Money;

/**
 * How money, numbers and times look in a language; times of day are those of a marketplace's zone. For one thread,
 * such as that of a page.
 */
public final class Formats {
    /** Making a format costs several times what using it does, and a list has hundreds of numbers. */
    private static final Map<Locale, Patterns> PATTERNS = new ConcurrentHashMap<>();

    private final Locale locale;
    private final ZoneId zone;
    private final Patterns patterns;
    private final NumberFormat whole;
    private final NumberFormat decimal;
    private final NumberFormat percent;
    private final Map<Currency, NumberFormat> money = new HashMap<>();

    /** What was written already: deadlines of many orders are the same. */
    private final Map<Instant, String> dateTimes = new HashMap<>();

    private final Map<LocalDate, String> dates = new HashMap<>();

    public Formats(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
        this.patterns = PATTERNS.computeIfAbsent(locale, Patterns::of);
        this.whole = copy(patterns.whole());
        this.decimal = copy(patterns.decimal());
        this.percent = copy(patterns.percent());
    }

    /** Shared by all threads, which number formats do not endure; everybody has copies. */
    private record Patterns(
            NumberFormat whole,
            NumberFormat decimal,
            NumberFormat percent,
            Map<Currency, NumberFormat> money,
            DateTimeFormatter date,
            DateTimeFormatter day,
            DateTimeFormatter shortDay,
            DateTimeFormatter dateTime,
            DateTimeFormatter time) {

        static Patterns of(Locale locale) {
            NumberFormat percent = NumberFormat.getPercentInstance(locale);
            percent.setRoundingMode(RoundingMode.HALF_UP);
            return new Patterns(
                    NumberFormat.getIntegerInstance(locale),
                    NumberFormat.getNumberInstance(locale),
                    percent,
                    new ConcurrentHashMap<>(),
                    localized(FormatStyle.MEDIUM, null, locale).toFormatter(locale),
                    skeleton("MMMEd", locale),
                    skeleton("MMMd", locale),
                    withZone(localized(FormatStyle.MEDIUM, FormatStyle.SHORT, locale), locale),
                    withZone(localized(null, FormatStyle.SHORT, locale), locale));
        }

        /** Resolved once; a formatter of a localized pattern resolves it anew whenever it formats. */
        private static DateTimeFormatter skeleton(String fields, Locale locale) {
            return DateTimeFormatter.ofPattern(
                    DateTimeFormatterBuilder.getLocalizedDateTimePattern(fields, IsoChronology.INSTANCE, locale),
                    locale);
        }

        private static DateTimeFormatterBuilder localized(
                @Nullable FormatStyle date, @Nullable FormatStyle time, Locale locale) {
            return new DateTimeFormatterBuilder()
                    .appendPattern(DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                            date, time, IsoChronology.INSTANCE, locale));
        }

        private static DateTimeFormatter withZone(DateTimeFormatterBuilder pattern, Locale locale) {
            return pattern.appendLiteral(' ').appendZoneText(TextStyle.SHORT).toFormatter(locale);
        }

        private static NumberFormat money(Locale locale, Currency currency) {
            NumberFormat format = NumberFormat.getCurrencyInstance(locale);
            format.setCurrency(currency);
            format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
            format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
            return format;
        }
    }

    private static NumberFormat copy(NumberFormat format) {
        return (NumberFormat) format.clone();
    }

    public String money(Money money) {
        return this.money
                .computeIfAbsent(
                        money.currency(),
                        it -> copy(patterns.money().computeIfAbsent(it, each -> Patterns.money(locale, each))))
                .format(money.toDecimal());
    }

    public String number(long number) {
        return whole.format(number);
    }

    /** With up to so many decimals, zeros at the end left out. */
    public String number(BigDecimal number, int decimals) {
        decimal.setMaximumFractionDigits(decimals);
        return decimal.format(number);
    }

    /** A share such as {@code 0.72%}, from exact parts; a dash if there is nothing to divide by. */
    public String percent(long numerator, long denominator) {
        if (denominator == 0) {
            return "–";
        }
        return percent(BigDecimal.valueOf(numerator)
                .scaleByPowerOfTen(2)
                .divide(BigDecimal.valueOf(denominator), MathContext.DECIMAL64));
    }

    /** A share such as {@code 97%}, rounded to the whole; a dash if there is nothing to divide by. */
    public String percentWhole(long numerator, long denominator) {
        if (denominator == 0) {
            return "–";
        }
        percent.setMaximumFractionDigits(0);
        return percent.format(
                BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), MathContext.DECIMAL64));
    }

    /** {@code 4} is {@code 4%}; at most two decimals. */
    public String percent(BigDecimal percentage) {
        percent.setMaximumFractionDigits(2);
        return percent.format(percentage.scaleByPowerOfTen(-2));
    }

    /** The day as short as can be, such as {@code Nov 21}. */
    public String shortDay(LocalDate day) {
        return patterns.shortDay().format(day);
    }

    /** The local day of an instant, such as {@code Nov 21, 2026}. */
    public String date(Instant instant) {
        return date(LocalDate.ofInstant(instant, zone));
    }

    public String date(LocalDate day) {
        return dates.computeIfAbsent(day, it -> patterns.date().format(it));
    }

    /** The day with its weekday, without the year, such as {@code Sat, Nov 21}. */
    public String day(LocalDate day) {
        return patterns.day().format(day);
    }

    /** Day and time with the zone, such as {@code Nov 21, 2026, 2:05 PM PST}. */
    public String dateTime(Instant instant) {
        return dateTimes.computeIfAbsent(instant, it -> dateTime(it, zone));
    }

    public String dateTime(Instant instant, ZoneId zoneShown) {
        return patterns.dateTime().format(instant.atZone(zoneShown));
    }

    /** The time of day with the zone, such as {@code 2:05 PM PST}. */
    public String time(Instant instant) {
        return patterns.time().format(instant.atZone(zone));
    }
}
