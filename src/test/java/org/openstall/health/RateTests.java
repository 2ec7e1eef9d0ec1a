package org.openstall.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.marketplaces.Policies;

class RateTests {
    private static final Policies POLICIES = new Policies(Marketplaces.US, Map.of());
    private static final LocalDate TODAY = LocalDate.of(2017, 12, 31);

    private static Status status(Metric metric, long numerator, long denominator) {
        return Rate.of(metric, numerator, denominator, Window.of(metric, POLICIES, TODAY), POLICIES)
                .status();
    }

    @Test
    void exactly_one_per_cent_of_defects_fails_and_just_below_passes() {
        assertThat(status(Metric.ORDER_DEFECT, 1, 100)).isEqualTo(Status.BAD);
        assertThat(status(Metric.ORDER_DEFECT, 999_999, 100_000_000)).isEqualTo(Status.ALERT);
        assertThat(status(Metric.ORDER_DEFECT, 799, 100_000)).isEqualTo(Status.GOOD);
    }

    @Test
    void the_alert_level_is_passed_like_the_target() {
        assertThat(status(Metric.LATE_SHIPMENT_LONG, 3, 100)).isEqualTo(Status.ALERT);
        assertThat(status(Metric.LATE_SHIPMENT_LONG, 4, 100)).isEqualTo(Status.BAD);
    }

    @Test
    void a_rate_that_is_to_be_high_passes_from_its_target_on() {
        assertThat(status(Metric.ON_TIME_DELIVERY, 90, 100)).isEqualTo(Status.ALERT);
        assertThat(status(Metric.ON_TIME_DELIVERY, 93, 100)).isEqualTo(Status.GOOD);
        assertThat(status(Metric.ON_TIME_DELIVERY, 899, 1000)).isEqualTo(Status.BAD);
    }

    @Test
    void five_per_cent_negative_feedback_is_not_yet_too_much() {
        assertThat(status(Metric.NEGATIVE_FEEDBACK, 5, 100)).isEqualTo(Status.GOOD);
        assertThat(status(Metric.NEGATIVE_FEEDBACK, 6, 100)).isEqualTo(Status.BAD);
    }

    @Test
    void up_to_two_per_cent_negative_feedback_is_excellent() {
        assertThat(status(Metric.NEGATIVE_FEEDBACK, 0, 1)).isEqualTo(Status.GREAT);
        assertThat(status(Metric.NEGATIVE_FEEDBACK, 2, 100)).isEqualTo(Status.GREAT);
        assertThat(status(Metric.NEGATIVE_FEEDBACK, 201, 10_000)).isEqualTo(Status.GOOD);
    }

    @Test
    void nothing_to_divide_by_is_no_data() {
        assertThat(status(Metric.CANCEL, 0, 0)).isEqualTo(Status.NO_DATA);
    }

    @Test
    void a_window_ends_with_today_and_one_with_a_lag_so_many_days_earlier() {
        assertThat(Window.of(Metric.ORDER_DEFECT, POLICIES, TODAY))
                .isEqualTo(new Window(LocalDate.of(2017, 11, 2), TODAY));
        assertThat(Window.of(Metric.ON_TIME_DELIVERY, POLICIES, TODAY))
                .isEqualTo(new Window(LocalDate.of(2017, 12, 11), LocalDate.of(2017, 12, 24)));
    }

    @Test
    void as_many_good_orders_as_are_said_to_be_needed_are_just_enough() {
        for (Metric metric : Metric.values()) {
            for (long denominator = 1; denominator <= 60; denominator++) {
                for (long numerator = 0; numerator <= denominator; numerator++) {
                    Rate rate = Rate.of(metric, numerator, denominator, Window.of(metric, POLICIES, TODAY), POLICIES);
                    long needed = rate.goodNeeded();
                    assertThat(withGood(rate, needed).status())
                            .as(rate.toString())
                            .isNotEqualTo(Status.BAD);
                    if (needed > 0) {
                        assertThat(withGood(rate, needed - 1).status())
                                .as(rate.toString())
                                .isEqualTo(Status.BAD);
                    }
                }
            }
        }
    }

    private static Rate withGood(Rate rate, long more) {
        return rate.with(rate.metric().direction() == Metric.Direction.AT_LEAST ? more : 0, more);
    }
}
