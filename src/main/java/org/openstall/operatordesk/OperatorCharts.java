package org.openstall.operatordesk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openstall.health.Day;
import org.openstall.health.Metric;
import org.openstall.health.TrendPoint;
import org.openstall.pages.Chart;
import org.openstall.pages.Chart.Kind;
import org.openstall.pages.Chart.Series;
import org.openstall.pages.Chart.Tone;
import org.openstall.pages.Formats;
import org.openstall.pages.Texts;
import org.openstall.pages.Visitor;
import org.springframework.stereotype.Component;

/** The plots of the desk. */
@Component
class OperatorCharts {
    private final Texts texts;

    OperatorCharts(Texts texts) {
        this.texts = texts;
    }

    Chart orders(List<Day> days, Visitor visitor) {
        return Chart.of(
                texts.text(visitor.language(), "operator.chart.orders"),
                labels(days.stream().map(Day::day).toList(), visitor),
                new Series(
                        texts.text(visitor.language(), "operator.chart.orders"),
                        Kind.BAR,
                        Tone.ACCENT,
                        numbers(days.stream().map(it -> (double) it.orders()).toList())),
                new Series(
                        texts.text(visitor.language(), "operator.chart.defects"),
                        Kind.BAR,
                        Tone.BAD,
                        numbers(days.stream().map(it -> (double) it.defects()).toList())));
    }

    Chart trend(Metric metric, List<TrendPoint> points, Visitor visitor) {
        String name = texts.text(visitor.language(), key(metric));
        return Chart.of(
                        name,
                        labels(points.stream().map(TrendPoint::day).toList(), visitor),
                        new Series(
                                name,
                                Kind.LINE,
                                Tone.ACCENT,
                                points.stream()
                                        .map(it -> it.rate().denominator() == 0
                                                ? null
                                                : Double.valueOf(it.rate().percent()))
                                        .toList()),
                        new Series(
                                texts.text(visitor.language(), "operator.chart.target"),
                                Kind.TARGET,
                                Tone.BAD,
                                numbers(points.stream()
                                        .map(it -> it.rate().target().doubleValue())
                                        .toList())))
                .in("%");
    }

    static String key(Metric metric) {
        return "operator.metric." + metric.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<String> labels(List<LocalDate> days, Visitor visitor) {
        Formats formats =
                new Formats(visitor.language().locale(), visitor.marketplace().zone());
        return days.stream().map(formats::day).toList();
    }

    private static List<@Nullable Double> numbers(List<Double> numbers) {
        return new ArrayList<>(numbers);
    }
}
