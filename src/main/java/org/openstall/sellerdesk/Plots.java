package org.openstall.sellerdesk;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.health.Day;
import org.openstall.health.Metric;
import org.openstall.health.Rate;
import org.openstall.health.TrendPoint;
import org.openstall.pages.Chart;
import org.openstall.pages.Chart.Kind;
import org.openstall.pages.Chart.Series;
import org.openstall.pages.Chart.Tone;
import org.openstall.pages.Formats;
import org.openstall.pages.Texts;
import org.openstall.pages.Visitor;
import org.springframework.stereotype.Component;

/** Draws the desk's plots in the visitor's language. */
@Component
class Plots {
    private final Texts texts;

    Plots(Texts texts) {
        this.texts = texts;
    }

    /** A rate over time against its target. */
    Chart trend(Metric metric, List<TrendPoint> points, Visitor visitor) {
        String name = text(visitor, "desk.metric." + MetricName.of(metric));
        List<@Nullable Double> rates = points.stream()
                .<@Nullable Double>map(
                        it -> it.rate().denominator() == 0 ? null : it.rate().percent())
                .toList();
        double target = points.isEmpty() ? 0 : points.getLast().rate().target().doubleValue();
        return Chart.of(
                        name,
                        labels(points.stream().map(TrendPoint::day).toList(), visitor),
                        new Series(name, Kind.LINE, tone(points), rates),
                        new Series(
                                text(visitor, "desk.plot.target"),
                                Kind.TARGET,
                                Tone.QUIET,
                                Collections.nCopies(points.size(), target)))
                .in("%");
    }

    private static Tone tone(List<TrendPoint> points) {
        Rate last = points.isEmpty() ? null : points.getLast().rate();
        if (last == null) {
            return Tone.QUIET;
        }
        return switch (last.status()) {
            case NO_DATA -> Tone.QUIET;
            case GREAT, GOOD -> Tone.ACCENT;
            case ALERT -> Tone.ALERT;
            case BAD -> Tone.BAD;
        };
    }

    Chart orders(List<Day> days, Visitor visitor) {
        String name = text(visitor, "desk.plot.orders");
        return Chart.of(
                name,
                labels(days.stream().map(Day::day).toList(), visitor),
                new Series(
                        name,
                        Kind.BAR,
                        Tone.ACCENT,
                        days.stream()
                                .<@Nullable Double>map(it -> (double) it.orders())
                                .toList()));
    }

    private static List<String> labels(List<LocalDate> days, Visitor visitor) {
        Formats formats =
                new Formats(visitor.language().locale(), visitor.marketplace().zone());
        return days.stream().map(formats::shortDay).toList();
    }

    private String text(Visitor visitor, String key) {
        return texts.text(visitor.language(), key);
    }
}
