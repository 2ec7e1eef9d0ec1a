package org.openstall.storefront;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Money;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.listings.OfferKey;
import org.openstall.listings.Take;
import org.openstall.marketplaces.Marketplace;
import org.openstall.ordering.Address;
import org.openstall.ordering.Checkout;
import org.openstall.ordering.Gift;
import org.openstall.payments.Card;
import org.openstall.shipping.ServiceLevel;
import org.springframework.util.MultiValueMap;

/**
 * What comes from the checkout page. The card's number and date go from here to the provider and nowhere else, not
 * even back to the page.
 */
record CheckoutForm(
        @Nullable UUID id,
        List<String> seen,
        String shipping,
        String tax,
        Map<SellerId, Checkout.Choice> chosen,
        Map<OfferKey, Gift> gifts,
        Address address,
        String number,
        String expires,
        String holder) {
    private static final Pattern EXPIRES = Pattern.compile("(0?[1-9]|1[0-2])\\s*[/-]\\s*(?:20)?(\\d{2})");
    private static final Pattern OFFER = Pattern.compile("(\\S+) (.+)");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}");

    static CheckoutForm of(MultiValueMap<String, String> fields, Marketplace marketplace) {
        return new CheckoutForm(
                id(text(fields, "checkout")),
                fields.getOrDefault("seen", List.of()),
                text(fields, "shipping"),
                text(fields, "tax"),
                chosen(fields),
                gifts(fields, marketplace),
                new Address(
                        text(fields, "name"),
                        text(fields, "line1"),
                        text(fields, "line2"),
                        text(fields, "city"),
                        text(fields, "region"),
                        text(fields, "postalCode"),
                        marketplace.country(),
                        text(fields, "phone")),
                text(fields, "card"),
                text(fields, "expires"),
                text(fields, "holder"));
    }

    /** What is no seller or no service was not written by our page, and is left out. */
    private static Map<SellerId, Checkout.Choice> chosen(MultiValueMap<String, String> fields) {
        Map<SellerId, Checkout.Choice> chosen = new LinkedHashMap<>();
        for (String name : fields.keySet()) {
            String id = name.startsWith(CheckoutPage.SERVICE) ? name.substring(CheckoutPage.SERVICE.length()) : "";
            String typed = text(fields, name);
            for (ServiceLevel service : ServiceLevel.values()) {
                if (SellerId.isValid(id) && service.name().equals(typed)) {
                    SellerId seller = new SellerId(id);
                    String promised = text(fields, CheckoutPage.promiseField(seller, service));
                    chosen.put(
                            seller,
                            new Checkout.Choice(
                                    service,
                                    SECONDS.matcher(promised).matches()
                                            ? Instant.ofEpochSecond(Long.parseLong(promised) + 1)
                                            : null));
                }
            }
        }
        return chosen;
    }

    /** What is no offer's name or no amount was not written by our page, and is left out. */
    private static Map<OfferKey, Gift> gifts(MultiValueMap<String, String> fields, Marketplace marketplace) {
        Map<OfferKey, Gift> gifts = new LinkedHashMap<>();
        for (String value : fields.getOrDefault(CheckoutPage.GIFT, List.of())) {
            Matcher name = OFFER.matcher(value);
            if (name.matches() && SellerId.isValid(name.group(1)) && Sku.isValid(name.group(2))) {
                OfferKey offer = new OfferKey(new SellerId(name.group(1)), marketplace.id(), new Sku(name.group(2)));
                String wrap = text(fields, CheckoutPage.wrapField(offer));
                gifts.put(
                        offer,
                        new Gift(
                                Objects.requireNonNullElse(fields.getFirst(CheckoutPage.messageField(offer)), ""),
                                AMOUNT.matcher(wrap).matches()
                                        ? new Money(Long.parseLong(wrap), marketplace.currency())
                                        : null));
            }
        }
        return gifts;
    }

    Map<SellerId, ServiceLevel> services() {
        Map<SellerId, ServiceLevel> services = new LinkedHashMap<>();
        chosen.forEach((seller, choice) -> services.put(seller, choice.service()));
        return services;
    }

    private static String text(MultiValueMap<String, String> fields, String name) {
        return Objects.requireNonNullElse(fields.getFirst(name), "").strip();
    }

    private static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    /** The lines that the page showed; empty if they are not as a page writes them. */
    Optional<List<Take>> takes(Marketplace marketplace) {
        List<Take> takes = seen.stream()
                .flatMap(it -> SeenLine.read(it, marketplace.id(), marketplace.currency()).stream())
                .toList();
        return takes.size() == seen.size() ? Optional.of(takes) : Optional.empty();
    }

    Optional<Money> shippingSeen(Marketplace marketplace) {
        return amount(shipping, marketplace);
    }

    /** Where there are no taxes, the page does not speak of them. */
    Optional<Money> taxSeen(Marketplace marketplace) {
        return tax.isEmpty() ? Optional.of(Money.zero(marketplace.currency())) : amount(tax, marketplace);
    }

    private static Optional<Money> amount(String minor, Marketplace marketplace) {
        return AMOUNT.matcher(minor).matches()
                ? Optional.of(new Money(Long.parseLong(minor), marketplace.currency()))
                : Optional.empty();
    }

    /** The card, if its fields can be read. Dates of the past are read, too: refusing them is the provider's part. */
    Optional<Card> card() {
        Matcher date = EXPIRES.matcher(expires);
        if (number.isEmpty() || !date.matches()) {
            return Optional.empty();
        }
        try {
            YearMonth month = YearMonth.of(2000 + Integer.parseInt(date.group(2)), Integer.parseInt(date.group(1)));
            return Optional.of(new Card(number, month, holder));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    boolean canReadDate() {
        return EXPIRES.matcher(expires).matches();
    }

    @Override
    public String toString() {
        return "Checkout " + id;
    }
}
