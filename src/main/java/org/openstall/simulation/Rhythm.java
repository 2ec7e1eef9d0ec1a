package org.openstall.simulation;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Random;

/** When people buy: less on weekends, hardly at night, most of all in the evening. */
final class Rhythm {
    private static final int[] BY_HOUR = {
        3, 2, 1, 1, 1, 2, 5, 9, 14, 18, 21, 23, 25, 22, 20, 19, 20, 22, 26, 31, 33, 28, 18, 8
    };
    private static final int ALL_HOURS = 372;

    private static final double[] BY_WEEKDAY = {1.16, 1.1, 1.06, 1.04, 0.98, 0.76, 0.9};

    private Rhythm() {}

    /** How much of a usual day's buying happens on this one. */
    static double of(LocalDate day) {
        return BY_WEEKDAY[day.getDayOfWeek().getValue() - 1];
    }

    /** How much of a day's buying happens within this hour. */
    static double ofHour(int hour) {
        return (double) BY_HOUR[hour] / ALL_HOURS;
    }

    static LocalTime timeOfDay(Random random) {
        int left = random.nextInt(ALL_HOURS);
        int hour = 0;
        while (left >= BY_HOUR[hour]) {
            left -= BY_HOUR[hour];
            hour++;
        }
        return LocalTime.of(hour, random.nextInt(60), random.nextInt(60));
    }
}
