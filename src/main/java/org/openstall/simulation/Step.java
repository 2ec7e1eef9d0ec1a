package org.openstall.simulation;

import java.time.Instant;
import java.util.List;
import org.openstall.fulfilment.Confirmation;
import org.openstall.fulfilment.Parcel;
import org.openstall.ordering.CancelReason;

/** One thing that somebody does at some moment, with one of the commands that pages use. */
sealed interface Step {
    Instant at();

    /** What a vendor offers of one good. */
    record Item(Vendor vendor, int good) {}

    record Pick(Item item, int quantity, long priceMinor) {}

    /** The part of a purchase that one vendor sells, an order. */
    record Sale(int purchase, Vendor vendor) {}

    record Buy(Instant at, int purchase, Shopper shopper, List<Pick> picks) implements Step {
        public Buy {
            picks = List.copyOf(picks);
        }
    }

    record Cancel(Instant at, Sale sale, CancelReason reason) implements Step {}

    record Ship(Instant at, Sale sale, Confirmation confirmation) implements Step {}

    record Report(Sale sale, Parcel.Scan scan) implements Step {
        @Override
        public Instant at() {
            return scan.at();
        }
    }

    record Rate(Instant at, Sale sale, Opinion opinion) implements Step {}

    record TakeBack(Instant at, Sale sale) implements Step {}

    record Restock(Instant at, Item item, int quantity) implements Step {}

    record Reprice(Instant at, Item item, long priceMinor) implements Step {}
}
