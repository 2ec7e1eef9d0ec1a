package org.openstall.fulfilment;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;
import org.openstall.shipping.Carrier;
import org.openstall.shipping.ServiceLevel;

/**
 * A parcel on its way to the buyer.
 *
 * @param number counts the packages of an order from one
 * @param contents what is in it; empty if that is the whole order, as of every order that went in one package
 * @param scans the carrier's reports, oldest first
 */
public record Parcel(
        SellerId seller,
        OrderId order,
        int number,
        Label label,
        List<Content> contents,
        Instant confirmedAt,
        @Nullable Instant deliveredAt,
        List<Scan> scans) {

    public Parcel {
        contents = List.copyOf(contents);
        scans = List.copyOf(scans);
    }

    /** So many units of a line of the order. */
    public record Content(int line, int quantity) {}

    /** One report of a carrier; {@code place} may be empty. */
    public record Scan(Kind kind, Instant at, String place) {}

    /** What a carrier reports. */
    public enum Kind {
        PICKED_UP,
        IN_TRANSIT,
        OUT_FOR_DELIVERY,
        DELIVERED,
        EXCEPTION
    }

    public boolean isWhole() {
        return contents.isEmpty();
    }

    public Carrier carrier() {
        return label.carrier();
    }

    public String carrierName() {
        return label.carrierName();
    }

    public @Nullable String trackingNumber() {
        return label.trackingNumber();
    }

    public String method() {
        return label.method();
    }

    public ServiceLevel serviceLevel() {
        return label.serviceLevel();
    }

    public Optional<URI> trackingPage() {
        return label.trackingPage();
    }
}
