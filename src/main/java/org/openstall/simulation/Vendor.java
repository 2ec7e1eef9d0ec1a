package org.openstall.simulation;

import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sellers of the demo, each with a character that shows in his numbers. */
enum Vendor {
    /** Good, not perfect. Her shop is the one that visitors look after. */
    NADIA("Nadia Rahman", "Nadia's Home & Table", "Portland, Oregon", 305),
    /** Large, and excellent at everything. */
    BLUEBARN("Tom Whelan", "Bluebarn Supply", "Columbus, Ohio", 365),
    /** Small, and loved. */
    FERN("Ivy Calloway", "Fern & Fable", "Burlington, Vermont", 60),
    /** Neither good nor bad: slow, and now and then too slow. */
    CORBEL("Marcus Dell", "Corbel Trading", "Dallas, Texas", 160),
    /** Cheap, and in trouble: ships late, sells what is not there, and lets buyers feel it. */
    QUICKCART("Dean Pruitt", "QuickCart Deals", "Newark, New Jersey", 110);

    private static final Set<String> NADIAS =
            Set.of("home-kitchen", "garden", "beauty", "pets", "office", "clothing", "books");
    private static final Set<String> FERNS = Set.of("books", "toys", "baby", "office");
    private static final Set<String> CORBELS = Set.of(
            "audio",
            "cables",
            "cameras",
            "computer-accessories",
            "electronics",
            "networking",
            "phones",
            "power",
            "sports",
            "storage",
            "tools");

    /**
     * What he asks and keeps.
     *
     * @param pricePercent of the usual price
     * @param restockDays until goods come in again when they run low
     */
    record Shelf(int pricePercent, int fewest, int most, int restockDays) {
        boolean isLow(int quantity) {
            return quantity <= fewest / 4;
        }

        /** As much as comes in at once. */
        int delivery(Random random) {
            return fewest + random.nextInt(most - fewest + 1);
        }
    }

    /**
     * How fast he ships.
     *
     * @param handlingDays that he promises; null for what the marketplace's policy says
     * @param slowEvery one order in so many is left until the day on which it has to ship; none if zero
     * @param lateEvery one order in so many ships after that day; none if zero
     */
    record Pace(@Nullable Integer handlingDays, int slowEvery, int lateEvery, int mostDaysLate) {
        boolean isSlow(int order) {
            return isDue(order, slowEvery);
        }

        boolean isLate(int order) {
            return isDue(order, lateEvery);
        }
    }

    /**
     * How he treats buyers.
     *
     * @param cancelEvery one order in so many is for something that is not there; none if zero
     * @param negativeEvery one order in so many disappoints; none if zero
     * @param angryIfLatePercent how many of those who speak of a late order are angry
     */
    record Care(int cancelEvery, int negativeEvery, int angryIfLatePercent) {
        boolean cancels(int order) {
            return isDue(order, cancelEvery);
        }

        boolean disappoints(int order) {
            return isDue(order, negativeEvery);
        }
    }

    /** His own shipping template; null if he goes by what is usual in the marketplace. */
    @Nullable
    Shipping shipping() {
        return switch (this) {
            case NADIA -> new Shipping("Home & table", 499L, 7_500L, 1_199L);
            case BLUEBARN -> new Shipping("Nationwide", 499L, null, 999L);
            case FERN, CORBEL, QUICKCART -> null;
        };
    }

    /** What wrapping a gift costs with him; null if he does not wrap. */
    @Nullable
    Long giftWrap() {
        return switch (this) {
            case NADIA -> 399L;
            case FERN -> 250L;
            case BLUEBARN, CORBEL, QUICKCART -> null;
        };
    }

    /**
     * What he asks for shipping.
     *
     * @param freeFrom the price of an order from which on standard shipping is free; null if it never is
     */
    record Shipping(
            String template, long standard, @Nullable Long freeFrom, long expedited) {}

    private static boolean isDue(int order, int every) {
        return every > 0 && order % every == 0;
    }

    private final String owner;
    private final String shop;
    private final String place;
    private final int share;

    Vendor(String owner, String shop, String place, int share) {
        this.owner = owner;
        this.shop = shop;
        this.place = place;
        this.share = share;
    }

    boolean deals(Good good) {
        return switch (this) {
            case NADIA -> NADIAS.contains(good.category());
            case BLUEBARN -> good.number() % 8 != 0;
            case FERN -> FERNS.contains(good.category());
            case CORBEL -> CORBELS.contains(good.category());
            case QUICKCART -> good.number() % 2 == 0;
        };
    }

    /** His name among the shops of the demo, and the first part of an e-mail address. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String owner() {
        return owner;
    }

    String shop() {
        return shop;
    }

    String place() {
        return place;
    }

    /** Of a thousand orders. */
    int share() {
        return share;
    }

    Shelf shelf() {
        return switch (this) {
            case NADIA -> new Shelf(100, 8, 30, 3);
            case BLUEBARN -> new Shelf(98, 40, 120, 2);
            case FERN -> new Shelf(103, 5, 16, 4);
            case CORBEL -> new Shelf(99, 8, 36, 4);
            case QUICKCART -> new Shelf(89, 4, 18, 8);
        };
    }

    Pace pace() {
        return switch (this) {
            case NADIA -> new Pace(null, 4, 36, 1);
            case BLUEBARN -> new Pace(1, 0, 170, 1);
            case FERN -> new Pace(null, 6, 0, 0);
            case CORBEL -> new Pace(null, 2, 31, 2);
            case QUICKCART -> new Pace(null, 2, 4, 4);
        };
    }

    Care care() {
        return switch (this) {
            case NADIA -> new Care(150, 160, 0);
            case BLUEBARN -> new Care(0, 260, 0);
            case FERN -> new Care(0, 0, 0);
            case CORBEL -> new Care(95, 112, 0);
            case QUICKCART -> new Care(13, 9, 60);
        };
    }
}
