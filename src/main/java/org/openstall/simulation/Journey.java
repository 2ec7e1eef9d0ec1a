package org.openstall.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.openstall.fulfilment.Parcel;
import org.openstall.marketplaces.BusinessCalendar;
import org.openstall.marketplaces.Marketplace;

/**
 * What a carrier reports of a parcel until it is delivered. The tracking number decides it, so that whoever asks
 * later hears the same.
 */
record Journey(List<Parcel.Scan> scans) {
    private static final List<String> HUBS =
            List.of("Memphis, TN", "Louisville, KY", "Indianapolis, IN", "Kansas City, MO", "Ontario, CA");

    Journey {
        scans = List.copyOf(scans);
    }

    static Journey of(
            String trackingNumber,
            Instant confirmedAt,
            Marketplace marketplace,
            BusinessCalendar calendar,
            String from,
            String to) {
        Random random = new Random(trackingNumber.hashCode());
        int days = businessDays(random.nextInt(100));
        Instant pickedUp = confirmedAt.plus(Duration.ofMinutes(40L + random.nextInt(200)));
        LocalDate shipped = marketplace.dayOf(pickedUp);
        LocalDate arrives = calendar.plus(shipped, days);
        List<Parcel.Scan> scans = new ArrayList<>();
        scans.add(new Parcel.Scan(Parcel.Kind.PICKED_UP, pickedUp, from));
        String hub = HUBS.get(random.nextInt(HUBS.size()));
        scans.add(new Parcel.Scan(
                Parcel.Kind.IN_TRANSIT, pickedUp.plus(Duration.ofMinutes(500L + random.nextInt(400))), hub));
        if (days > 5) {
            scans.add(new Parcel.Scan(
                    Parcel.Kind.EXCEPTION, at(marketplace, calendar.plus(shipped, days - 3), 15, random), hub));
        }
        scans.add(new Parcel.Scan(Parcel.Kind.OUT_FOR_DELIVERY, at(marketplace, arrives, 7, random), to));
        scans.add(new Parcel.Scan(Parcel.Kind.DELIVERED, at(marketplace, arrives, 9 + random.nextInt(10), random), to));
        scans.sort(Comparator.comparing(Parcel.Scan::at));
        return new Journey(scans);
    }

    /** Three days mostly, and now and then something goes wrong on the way. */
    private static int businessDays(int percent) {
        if (percent < 28) {
            return 2;
        }
        if (percent < 66) {
            return 3;
        }
        if (percent < 89) {
            return 4;
        }
        return percent < 96 ? 5 : 8;
    }

    private static Instant at(Marketplace marketplace, LocalDate day, int hour, Random random) {
        LocalTime time = LocalTime.of(hour, random.nextInt(60), random.nextInt(60));
        return day.atTime(time).atZone(marketplace.zone()).toInstant();
    }

    Instant deliveredAt() {
        return scans.getLast().at();
    }
}
