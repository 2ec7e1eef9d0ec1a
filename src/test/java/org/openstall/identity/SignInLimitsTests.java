package org.openstall.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.TestPostgresql;
import org.openstall.kernel.MovableClock;

class SignInLimitsTests {
    private final MovableClock clock = new MovableClock();
    private final SignInLimits limits = new SignInLimits(TestPostgresql.dataSource(), clock);
    private final String email = UUID.randomUUID() + "@buyers.example";
    private final String address = UUID.randomUUID().toString();

    @BeforeEach
    void it_is_noon() {
        clock.stopAt(Instant.parse("2020-11-21T12:00:00Z"));
    }

    @Test
    void the_sixth_guess_waits_until_one_attempt_has_come_back() {
        take(5);

        assertThat(limits.take(email, address)).isEqualTo(Instant.parse("2020-11-21T12:03:00Z"));

        clock.advance(Duration.ofMinutes(3));
        assertThat(limits.take(email, address)).isNull();
        assertThat(limits.take(email, address)).isNotNull();
    }

    @Test
    void a_guesser_does_not_lock_the_owner_out_elsewhere() {
        take(5);

        assertThat(limits.take(email, "the owner's address")).isNull();
    }

    @Test
    void one_address_cannot_try_one_password_on_everybody() {
        for (int i = 0; i < 50; i++) {
            assertThat(limits.take(i + email, address)).isNull();
        }

        assertThat(limits.take("one more" + email, address)).isNotNull();
    }

    @Test
    void nodes_count_together() {
        take(5);

        SignInLimits otherNode = new SignInLimits(TestPostgresql.dataSource(), clock);

        assertThat(otherNode.take(email, address)).isNotNull();
    }

    @Test
    void a_right_password_gives_the_attempt_back() {
        for (int i = 0; i < 20; i++) {
            assertThat(limits.take(email, address)).isNull();
            limits.giveBack(email, address);
        }
    }

    @Test
    void what_is_not_heard_uses_up_nothing() {
        for (int i = 0; i < 50; i++) {
            limits.take(i + email, address);
        }
        for (int i = 0; i < 5; i++) {
            assertThat(limits.take(email, address)).isNotNull();
        }

        clock.advance(Duration.ofMinutes(2));

        take(5);
    }

    @Test
    void what_has_run_out_is_forgotten() {
        take(5);
        // The library takes this one time from the computer's clock.
        TestPostgresql.jdbcClient()
                .sql("update identity.sign_in_limit set expires_at = 1 where id = :id")
                .param("id", "account-and-address " + email + ' ' + address)
                .update();

        assertThat(limits.forgetExpired()).isPositive();

        assertThat(limits.take(email, address)).isNull();
    }

    private void take(int attempts) {
        for (int i = 0; i < attempts; i++) {
            assertThat(limits.take(email, address)).isNull();
        }
    }
}
