package org.openstall.carriers;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.openstall.fulfilment.Parcel;
import org.openstall.fulfilment.Shipments;
import org.openstall.kernel.OneLine;
import org.openstall.shipping.Carrier;
import org.openstall.shipping.TrackingNumbers;
import org.springframework.stereotype.Service;

/**
 * Takes what carriers report. An event is what its package, kind and time say: the same again changes nothing, and
 * events may come in any order. Carriers give numbers out anew and sellers use them twice by mistake; then an event
 * belongs to what was last shipped under its number by then.
 */
@Service
public class TrackingEvents {
    /** Characters of an id or a place. */
    public static final int LONGEST_TEXT = 100;

    /** Clocks differ. */
    private static final Duration AHEAD = Duration.ofMinutes(15);

    /** Sellers hand packages over first and confirm afterwards, some of them much later. */
    private static final Duration BEFORE_CONFIRMATION = Duration.ofDays(7);

    /** Nothing more is to be said of a package so long after its delivery. */
    private static final Duration AFTER_DELIVERY = Duration.ofDays(30);

    /** What is confirmed together is one parcel, of two orders of one buyer for instance. */
    private static final Duration TOGETHER = Duration.ofDays(1);

    private final Shipments shipments;
    private final Clock clock;

    TrackingEvents(Shipments shipments, Clock clock) {
        this.shipments = shipments;
        this.clock = clock;
    }

    /** What has become of each, in their order. Each event stands for itself: one that is refused stops no other. */
    public List<Outcome> take(List<TrackingEvent> events) {
        List<Outcome> outcomes = new ArrayList<>();
        events.forEach(it -> outcomes.add(take(it)));
        return outcomes;
    }

    public Outcome take(TrackingEvent event) {
        if (event.carrier().isBlank()) {
            return Outcome.CARRIER_MISSING;
        }
        if (Math.max(event.id().length(), event.place().length()) > LONGEST_TEXT) {
            return Outcome.TEXT_TOO_LONG;
        }
        Optional<Parcel.Kind> kind = Arrays.stream(Parcel.Kind.values())
                .filter(it -> it.name().equals(event.status()))
                .findFirst();
        if (kind.isEmpty()) {
            return Outcome.STATUS_UNKNOWN;
        }
        Instant at;
        try {
            at = OffsetDateTime.parse(event.occurredAt()).toInstant();
        } catch (DateTimeException unreadable) {
            return isLocalTime(event.occurredAt()) ? Outcome.TIME_WITHOUT_OFFSET : Outcome.TIME_UNREADABLE;
        }
        if (at.isAfter(clock.instant().plus(AHEAD))) {
            return Outcome.TIME_IN_FUTURE;
        }
        Parcel.Scan scan = new Parcel.Scan(kind.get(), at, OneLine.of(event.place()));
        Carrier carrier = Carrier.named(event.carrier()).orElse(Carrier.OTHER);
        Outcome outcome = note(carrier, event, scan);
        if (carrier == Carrier.OTHER || !isUnknown(outcome)) {
            return outcome;
        }
        Outcome ofOther = note(Carrier.OTHER, event, scan);
        return isUnknown(ofOther) ? outcome : ofOther;
    }

    private static boolean isUnknown(Outcome outcome) {
        return outcome == Outcome.NUMBER_INVALID || outcome == Outcome.UNKNOWN_PACKAGE;
    }

    /** A seller may have given a carrier's name to one that is not known here. */
    private Outcome note(Carrier carrier, TrackingEvent event, Parcel.Scan scan) {
        return switch (TrackingNumbers.check(carrier, event.trackingNumber())) {
            case TrackingNumbers.Check.Refused refused -> Outcome.NUMBER_INVALID;
            case TrackingNumbers.Check.Accepted accepted ->
                note(packages(carrier, event.carrier(), accepted.number()), scan);
        };
    }

    private static boolean isLocalTime(String text) {
        try {
            LocalDateTime.parse(text);
            return true;
        } catch (DateTimeException other) {
            return false;
        }
    }

    private List<Parcel> packages(Carrier carrier, String name, String number) {
        return shipments.withNumber(carrier, number).stream()
                .filter(it -> carrier != Carrier.OTHER || it.carrierName().equalsIgnoreCase(name.strip()))
                .toList();
    }

    private Outcome note(List<Parcel> all, Parcel.Scan scan) {
        List<Parcel> under = all.stream().filter(it -> !isOver(it, scan.at())).toList();
        if (under.isEmpty()) {
            return Outcome.UNKNOWN_PACKAGE;
        }
        List<Parcel> meant = meant(under, scan.at());
        if (meant.isEmpty()) {
            return Outcome.TIME_BEFORE_SHIPMENT;
        }
        boolean news = false;
        for (Parcel each : meant) {
            news |= shipments.scanned(each.seller(), each.order(), each.number(), scan);
        }
        return news ? Outcome.ACCEPTED : Outcome.KNOWN;
    }

    private static boolean isOver(Parcel parcel, Instant at) {
        Instant delivered = parcel.deliveredAt();
        return delivered != null && at.isAfter(delivered.plus(AFTER_DELIVERY));
    }

    /** What was last confirmed before the event; or else what was first confirmed soon after it. */
    private static List<Parcel> meant(List<Parcel> parcels, Instant at) {
        Comparator<Parcel> byConfirmation = Comparator.comparing(Parcel::confirmedAt);
        return parcels.stream()
                .filter(it -> !it.confirmedAt().isAfter(at))
                .max(byConfirmation)
                .or(() -> parcels.stream()
                        .filter(it -> !it.confirmedAt().isAfter(at.plus(BEFORE_CONFIRMATION)))
                        .min(byConfirmation))
                .map(found -> parcels.stream()
                        .filter(it -> Duration.between(found.confirmedAt(), it.confirmedAt())
                                        .abs()
                                        .compareTo(TOGETHER)
                                <= 0)
                        .toList())
                .orElse(List.of());
    }
}
