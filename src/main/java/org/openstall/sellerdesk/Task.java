package org.openstall.sellerdesk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.feedback.Feedback;
import org.openstall.health.Rate;
import org.openstall.health.Status;
import org.openstall.listings.InventoryItem;
import org.openstall.ordering.Order;

/** One line of what is due. */
public sealed interface Task {

    /** How much it presses, and thereby in which part of the list it stands. */
    enum Urgency {
        /** Costs something every hour. */
        FIRST,
        /** Before the day ends. */
        TODAY,
        /** When there is time. */
        SOON
    }

    Urgency urgency();

    /** @param ifMissed null if it is late already, so that nothing more can be lost */
    record Ship(Order order, Urgency urgency, @Nullable Effect ifMissed) implements Task {
        public boolean isLate() {
            return ifMissed == null;
        }
    }

    /**
     * More orders to ship than the list shows.
     *
     * @param orEvenMore whether counting stopped at that number
     */
    record ShipMore(int orders, boolean orEvenMore, Urgency urgency) implements Task {}

    /** @param effect null if the order is too old to count */
    record Answer(Feedback feedback, @Nullable Effect effect) implements Task {
        @Override
        public Urgency urgency() {
            return Urgency.TODAY;
        }
    }

    /** New feedback that asks for nothing. */
    record Praise(List<Feedback> feedback) implements Task {
        @Override
        public Urgency urgency() {
            return Urgency.SOON;
        }
    }

    /** A rate past its alert level. {@code goodOrders} more without a fault would bring it back. */
    record Warning(Rate rate, long goodOrders) implements Task {
        @Override
        public Urgency urgency() {
            return rate.status() == Status.BAD ? Urgency.FIRST : Urgency.TODAY;
        }
    }

    /** What sells well is gone, or soon will be. */
    record Restock(InventoryItem item, String title) implements Task {
        private static final int PRESSING_DAYS = 2;

        @Override
        public Urgency urgency() {
            Integer days = item.daysOfCover();
            return days != null && days <= PRESSING_DAYS ? Urgency.TODAY : Urgency.SOON;
        }
    }

    /**
     * Quantities that nobody has looked over for too long.
     *
     * @param orEvenMore whether counting stopped at that number
     */
    record Review(int offers, boolean orEvenMore, int hours) implements Task {
        @Override
        public Urgency urgency() {
            return Urgency.TODAY;
        }
    }
}
