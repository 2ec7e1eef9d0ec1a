package org.openstall.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import org.openstall.feedback.Feedback;
import org.openstall.marketplaces.Marketplace;

/** What buyers have to say, and when: it follows from what happened to their orders. */
final class Opinions {
    private final List<Comment> comments;

    Opinions(List<Comment> comments) {
        this.comments = comments;
    }

    /** Less than half of those who were not disappointed say something, and more of those who had to wait. */
    static boolean speaks(boolean late, Random random) {
        return random.nextInt(100) < (late ? 62 : 46);
    }

    static int stars(Vendor vendor, boolean disappointed, boolean late, Random random) {
        boolean angry =
                disappointed || (late && random.nextInt(100) < vendor.care().angryIfLatePercent());
        if (angry) {
            return 1 + random.nextInt(2);
        }
        return late ? 3 + random.nextInt(4) / 3 : contentStars(vendor, random);
    }

    private static int contentStars(Vendor vendor, Random random) {
        int percent = random.nextInt(100) - (vendor == Vendor.CORBEL || vendor == Vendor.QUICKCART ? 12 : 0);
        return percent > 24 ? 5 : percent > 3 ? 4 : 3;
    }

    /** Within the week after the parcel has come, by day. */
    static Instant when(Instant delivered, Marketplace marketplace, Random random) {
        LocalDate day = marketplace.dayOf(delivered).plusDays(random.nextInt(8));
        LocalTime time = LocalTime.of(8 + random.nextInt(14), random.nextInt(60), random.nextInt(60));
        Instant atLeisure = day.atTime(time).atZone(marketplace.zone()).toInstant();
        Instant soonest = delivered.plus(Duration.ofMinutes(90));
        return atLeisure.isBefore(soonest) ? soonest : atLeisure;
    }

    /** In words that fit the stars, or in none. */
    Opinion inWords(int stars, boolean late, Random random) {
        Comment.Tone tone = Comment.Tone.of(stars);
        boolean aboutTime = late && tone != Comment.Tone.POSITIVE;
        List<Comment> fitting = comments.stream()
                .filter(it -> it.tone() == tone && it.about().equals("late") == aboutTime)
                .toList();
        String comment = random.nextInt(100) < 14
                ? ""
                : fitting.get(random.nextInt(fitting.size())).text();
        return new Opinion(stars, new Feedback.Answers(!late, stars > 2 || late, stars > 2), comment);
    }
}
