package org.openstall.storefront;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.Money;
import org.openstall.kernel.SellerId;
import org.openstall.listings.OfferKey;
import org.openstall.ordering.Address;
import org.openstall.pages.View;
import org.openstall.shipping.ServiceLevel;

/**
 * Address, card and what will be ordered, on one page.
 *
 * @param id sent along, so that sending the page twice orders once
 * @param holder the name on the card; its number and date are asked for anew each time
 * @param errors by field, the key of the text that says what is wrong with it
 * @param demo whether to tell which cards the test provider takes
 */
public record CheckoutPage(
        UUID id,
        Basket basket,
        Address address,
        String holder,
        Map<String, String> errors,
        @Nullable Notice notice,
        boolean demo)
        implements View {

    static final String SERVICE = "service-";
    static final String GIFT = "gift";
    private static final String PROMISE = "promised-";
    private static final String MESSAGE = "message ";
    private static final String WRAP = "wrap ";

    public CheckoutPage {
        errors = Map.copyOf(errors);
    }

    /** Why nothing has been ordered. */
    public sealed interface Notice {
        /** What is wrong stands beside the fields. */
        record Incomplete() implements Notice {}

        record CartChanged() implements Notice {}

        /** A fee or a date is not what the page showed. */
        record DeliveryChanged() implements Notice {}

        record TaxChanged() implements Notice {}

        /** What the page showed for gifts is not to be had, or at another price, with these. */
        record GiftsChanged(List<String> titles) implements Notice {
            public GiftsChanged {
                titles = List.copyOf(titles);
            }
        }

        /** These sellers do not ship there. */
        record CannotShip(List<String> sellers) implements Notice {
            public CannotShip {
                sellers = List.copyOf(sellers);
            }
        }

        record OffersChanged(List<Change> changes) implements Notice {
            public OffersChanged {
                changes = List.copyOf(changes);
            }
        }

        /** {@code reason} is the key of a text. */
        record Declined(String reason) implements Notice {}
    }

    /**
     * What is different from what the buyer saw.
     *
     * @param now the price now; null if that is not what has changed
     * @param left how many can be had
     */
    public record Change(String title, Money seen, @Nullable Money now, int wanted, int left) {}

    public static String serviceField(SellerId seller) {
        return SERVICE + seller;
    }

    /** Carries along what the page promised of a service. */
    public static String promiseField(SellerId seller, ServiceLevel service) {
        return PROMISE + seller + '-' + service;
    }

    /** What the box for giving a line away sends; the names of the other fields go by it. */
    public static String giftOf(OfferKey offer) {
        return offer.seller() + " " + offer.sku();
    }

    public static String messageField(OfferKey offer) {
        return MESSAGE + giftOf(offer);
    }

    public static String wrapField(OfferKey offer) {
        return WRAP + giftOf(offer);
    }

    public @Nullable String error(String field) {
        return errors.get(field);
    }

    public List<String> seen() {
        return basket.lines().stream().map(SeenLine::write).toList();
    }

    @Override
    public int status() {
        return notice == null ? 200 : 422;
    }
}
