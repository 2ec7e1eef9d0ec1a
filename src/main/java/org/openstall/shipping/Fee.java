package org.openstall.shipping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What shipping costs, in minor units of the marketplace's currency.
 *
 * @param perShipment once, whatever is in it
 * @param perUnit for each item, or for each pound or kilogram begun
 * @param bands of {@link Basis#PRICE}, the lowest first, from zero on
 * @param freeFrom the price of the items from which on shipping is free; null if it never is
 */
public record Fee(
        Basis basis,
        long perShipment,
        long perUnit,
        List<Band> bands,
        @Nullable Long freeFrom) {

    public Fee {
        bands = List.copyOf(bands);
    }

    public static Fee perShipment(long minor) {
        return new Fee(Basis.ITEM, minor, 0, List.of(), null);
    }

    /** What the fee depends on. */
    public enum Basis {
        /** Something for the shipment and something for each item. */
        ITEM,
        /** Something for the shipment and something for its weight. */
        WEIGHT,
        /** What the price of the items says. */
        PRICE
    }

    /** From a price of the items on, the shipment costs so much. */
    public record Band(long from, long fee) {}

    /** What is charged once for a shipment. */
    long fixed(long price) {
        if (isFree(price)) {
            return 0;
        }
        return basis == Basis.PRICE
                ? bands.stream()
                        .filter(it -> it.from() <= price)
                        .mapToLong(Band::fee)
                        .reduce(0, (one, next) -> next)
                : perShipment;
    }

    /** What comes on top for what is in it. */
    long variable(long price, int items, long weightUnits) {
        if (isFree(price)) {
            return 0;
        }
        return switch (basis) {
            case ITEM -> perUnit * items;
            case WEIGHT -> perUnit * weightUnits;
            case PRICE -> 0;
        };
    }

    private boolean isFree(long price) {
        return freeFrom != null && price >= freeFrom;
    }
}
