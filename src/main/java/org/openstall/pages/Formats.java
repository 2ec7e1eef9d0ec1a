package org.openstall.pages;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import org.openstall.kernel.Money;

/** How money, numbers and times look in a language; times of day are those of a marketplace's zone. */
public record Formats(Locale locale, ZoneId zone) {

    public String money(Money money) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(money.currency());
        int decimals = money.currency().getDefaultFractionDigits();
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(money.toDecimal());
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** With up to so many decimals, zeros at the end left out. */
    public String number(BigDecimal number, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
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
        return NumberFormat.getPercentInstance(locale)
                .format(BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), MathContext.DECIMAL64));
    }

    /** {@code 4} is {@code 4%}; at most two decimals. */
    public String percent(BigDecimal percentage) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(2);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(percentage.scaleByPowerOfTen(-2));
    }

    /** The local day of an instant, such as {@code Nov 21, 2026}. */
    public String date(Instant instant) {
        return date(LocalDate.ofInstant(instant, zone));
    }

    public String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    /** The day with its weekday, without the year, such as {@code Sat, Nov 21}. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedPattern("MMMEd").withLocale(locale).format(day);
    }

    /** Day and time with the zone, such as {@code Nov 21, 2026, 2:05 PM PST}. */
    public String dateTime(Instant instant) {
        return dateTime(instant, zone);
    }

    public String dateTime(Instant instant, ZoneId zoneShown) {
        return new DateTimeFormatterBuilder()
                .appendLocalized(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .appendLiteral(' ')
                .appendZoneText(TextStyle.SHORT)
                .toFormatter(locale)
                .format(instant.atZone(zoneShown));
    }

    /** The time of day with the zone, such as {@code 2:05 PM PST}. */
    public String time(Instant instant) {
        return new DateTimeFormatterBuilder()
                .appendLocalized(null, FormatStyle.SHORT)
                .appendLiteral(' ')
                .appendZoneText(TextStyle.SHORT)
                .toFormatter(locale)
                .format(instant.atZone(zone));
    }
}
