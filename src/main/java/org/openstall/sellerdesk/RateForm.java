package org.openstall.sellerdesk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Money;
import org.openstall.pages.TypedNumber;
import org.openstall.shipping.AddressType;
import org.openstall.shipping.Fee;
import org.openstall.shipping.Goods;
import org.openstall.shipping.Rate;
import org.openstall.shipping.Region;
import org.openstall.shipping.ServiceLevel;
import org.openstall.shipping.Transit;

/** One rate of a template as it was typed. */
public record RateForm(
        String goods,
        String service,
        String kind,
        String places,
        String least,
        String most,
        Set<String> types,
        String basis,
        String perShipment,
        String perUnit,
        String bands,
        String freeFrom) {
    /** More than anything costs, and little enough that a thousand times as much can be reckoned with. */
    private static final BigDecimal TOO_MUCH = BigDecimal.valueOf(1_000_000_000);

    private static final Pattern DAYS = Pattern.compile("\\d{1,3}");

    public RateForm {
        types = Set.copyOf(types);
    }

    /** A rate to begin with. */
    static RateForm fresh() {
        return new RateForm(
                Goods.OTHER.name(),
                ServiceLevel.STANDARD.name(),
                Region.Kind.COUNTRY.name(),
                "",
                "3",
                "5",
                Arrays.stream(AddressType.values()).map(Enum::name).collect(Collectors.toSet()),
                Fee.Basis.ITEM.name(),
                "",
                "",
                "",
                "");
    }

    static RateForm of(Rate rate, Currency currency) {
        Fee fee = rate.fee();
        return new RateForm(
                rate.goods().name(),
                rate.service().name(),
                rate.region().kind().name(),
                String.join(", ", rate.region().places()),
                Integer.toString(rate.transit().least()),
                Integer.toString(rate.transit().most()),
                rate.addressTypes().stream().map(Enum::name).collect(Collectors.toSet()),
                fee.basis().name(),
                amount(fee.perShipment(), currency),
                amount(fee.perUnit(), currency),
                fee.bands().stream()
                        .map(it -> amount(it.from(), currency) + ": " + amount(it.fee(), currency))
                        .collect(Collectors.joining("\n")),
                fee.freeFrom() == null ? "" : amount(fee.freeFrom(), currency));
    }

    private static String amount(long minor, Currency currency) {
        return new Money(minor, currency).toDecimal().toPlainString();
    }

    /**
     * @param country of the marketplace
     * @param said takes the field and the key of what is wrong with it
     */
    @Nullable
    Rate read(Currency currency, String country, BiConsumer<String, String> said) {
        Optional<Goods> readGoods = constant(Goods.values(), goods);
        Optional<ServiceLevel> readService = constant(ServiceLevel.values(), service);
        Optional<Region.Kind> readKind = constant(Region.Kind.values(), kind);
        Optional<Fee.Basis> readBasis = constant(Fee.Basis.values(), basis);
        Set<AddressType> readTypes = EnumSet.noneOf(AddressType.class);
        types.forEach(it -> constant(AddressType.values(), it).ifPresent(readTypes::add));
        Integer readLeast = days(least);
        Integer readMost = days(most);
        if (readLeast == null || readMost == null) {
            said.accept("most", "transit-unreadable");
        }
        Long shipment = minor("perShipment", perShipment, currency, said);
        Long unit = minor("perUnit", perUnit, currency, said);
        Long free = freeFrom.isBlank() ? Long.valueOf(-1) : minor("freeFrom", freeFrom, currency, said);
        List<Fee.Band> readBands = bands(currency, said);
        if (readGoods.isEmpty()
                || readService.isEmpty()
                || readKind.isEmpty()
                || readBasis.isEmpty()
                || readLeast == null
                || readMost == null
                || shipment == null
                || unit == null
                || free == null
                || readBands == null) {
            return null;
        }
        boolean byPrice = readBasis.get() == Fee.Basis.PRICE;
        return new Rate(
                readGoods.get(),
                readService.get(),
                new Region(readKind.get(), readPlaces(readKind.get(), country)),
                readTypes,
                new Transit(readLeast, readMost),
                new Fee(
                        readBasis.get(),
                        byPrice ? 0 : shipment,
                        byPrice ? 0 : unit,
                        byPrice ? readBands : List.of(),
                        free < 0 ? null : free));
    }

    private List<String> readPlaces(Region.Kind of, String country) {
        if (of == Region.Kind.COUNTRY) {
            return List.of();
        }
        return Arrays.stream(places.split("[,;\\n、，]", -1))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .map(it -> of == Region.Kind.POSTCODES ? Region.postcodes(it, country) : it.toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    private @Nullable List<Fee.Band> bands(Currency currency, BiConsumer<String, String> said) {
        List<Fee.Band> read = new ArrayList<>();
        for (String line : bands.split("[\\n;]", -1)) {
            if (line.isBlank()) {
                continue;
            }
            String[] parts = line.split(":", -1);
            Long from = parts.length == 2 ? minor("bands", parts[0], currency, said) : null;
            Long fee = parts.length == 2 ? minor("bands", parts[1], currency, said) : null;
            if (from == null || fee == null) {
                said.accept("bands", "bands-unreadable");
                return null;
            }
            read.add(new Fee.Band(from, fee));
        }
        return read;
    }

    /** Nothing is zero. */
    private static @Nullable Long minor(
            String field, String typed, Currency currency, BiConsumer<String, String> said) {
        if (typed.isBlank()) {
            return 0L;
        }
        BigDecimal number = TypedNumber.read(typed, currency.getDefaultFractionDigits())
                .filter(it -> it.compareTo(TOO_MUCH) < 0)
                .orElse(null);
        if (number == null) {
            said.accept(field, "amount-unreadable");
            return null;
        }
        try {
            return Money.ofDecimal(number, currency).minor();
        } catch (ArithmeticException tooFine) {
            said.accept(field, "amount-unreadable");
            return null;
        }
    }

    private static @Nullable Integer days(String typed) {
        return DAYS.matcher(typed.strip()).matches() ? Integer.valueOf(typed.strip()) : null;
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] all, String name) {
        return Arrays.stream(all).filter(it -> Objects.equals(it.name(), name)).findFirst();
    }
}
