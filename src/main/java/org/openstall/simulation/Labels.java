package org.openstall.simulation;

import java.util.Random;
import java.util.stream.IntStream;
import org.openstall.fulfilment.Confirmation;
import org.openstall.shipping.Carrier;
import org.openstall.shipping.ServiceLevel;
import org.openstall.shipping.TrackingNumbers;

/** Shipping labels as sellers buy them: each with a tracking number that its carrier could have given out. */
final class Labels {
    private static final String BASE_36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private Labels() {}

    static Confirmation next(Random random) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> label(Carrier.UPS, "1Z" + letters(random, 6) + "03" + digits(random, 7), "Ground");
            case 3, 4, 5 -> label(Carrier.FEDEX, digits(random, 11), "Home Delivery");
            default -> label(Carrier.USPS, "94001" + digits(random, 16), "Ground Advantage");
        };
    }

    private static Confirmation label(Carrier carrier, String serial, String method) {
        String number = IntStream.range(0, 10)
                .mapToObj(check -> serial + check)
                .filter(it -> TrackingNumbers.check(carrier, it) instanceof TrackingNumbers.Check.Accepted)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No check digit fits " + serial));
        return new Confirmation(carrier, carrier.title(), number, method, ServiceLevel.STANDARD);
    }

    private static String digits(Random random, int length) {
        return text(random, length, 10);
    }

    private static String letters(Random random, int length) {
        return text(random, length, BASE_36.length());
    }

    private static String text(Random random, int length, int alphabet) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(BASE_36.charAt(random.nextInt(alphabet)));
        }
        return text.toString();
    }
}
