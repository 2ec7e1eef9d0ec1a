package org.openstall.sellerdesk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.listings.Offer;
import org.openstall.pages.View;
import org.openstall.shipping.Destination;
import org.openstall.shipping.Quote;
import org.openstall.shipping.ServiceLevel;
import org.openstall.shipping.Subdivisions;

/**
 * What a buyer somewhere would see of an offer.
 *
 * @param refusal the key of what is wrong with the question; null if there is an answer, or no question yet
 */
public record CalculatorPage(
        Stall stall,
        Question question,
        @Nullable Answer answer,
        @Nullable String refusal,
        List<Subdivisions.Subdivision> states)
        implements View {

    public CalculatorPage {
        states = List.copyOf(states);
    }

    /** What was asked, as it was typed. */
    public record Question(String sku, String quantity, String postcode, String state, String country, String type) {}

    /**
     * Every service, whether it can be had or why not.
     *
     * @param weightAssumed whether nobody knows what it weighs
     */
    public record Answer(
            Offer offer, String title, String template, Destination to, Quote quote, boolean weightAssumed) {

        public List<ServiceLevel> refused() {
            return List.of(ServiceLevel.values()).stream()
                    .filter(quote.refused()::containsKey)
                    .toList();
        }
    }

    @Override
    public int status() {
        return refusal == null ? 200 : 422;
    }
}
