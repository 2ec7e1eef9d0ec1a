package org.openstall.identity;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How many failed sign-ins are heard in a quarter of an hour, and how many requests for a new password, some in a day, too,
 * counted in the database for all nodes together. An account is guarded most closely against one address, so that a stranger elsewhere
 * cannot easily lock its owner out. Accounts that nobody has are counted like any other.
 */
@Component
class SignInLimits {
    private static final Duration PERIOD = Duration.ofMinutes(15);
    private static final List<Limit> LIMITS = List.of(
            new Limit(5, (email, address) -> "account-and-address " + email + ' ' + address),
            new Limit(50, (email, address) -> "address " + address),
            new Limit(100, (email, address) -> "account " + email));

    /** Each is a mail that somebody gets. */
    private static final List<Limit> LINKS = List.of(
            new Limit(3, (email, address) -> "link-to-account-and-address " + email + ' ' + address),
            new Limit(
                    10,
                    Duration.ofDays(1),
                    (email, address) -> "link-to-account-and-address-a-day " + email + ' ' + address),
            new Limit(30, (email, address) -> "link-to-address " + address),
            new Limit(10, (email, address) -> "link-to-account " + email));

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;
    private final Clock clock;

    private record Limit(int attempts, Duration period, BiFunction<String, String, String> key) {
        Limit(int attempts, BiFunction<String, String, String> key) {
            this(attempts, PERIOD, key);
        }

        BucketConfiguration bucket() {
            return BucketConfiguration.builder()
                    .addLimit(it -> it.capacity(attempts).refillGreedy(attempts, period))
                    .build();
        }
    }

    SignInLimits(DataSource dataSource, Clock clock) {
        this.clock = clock;
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("identity.sign_in_limit")
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(PERIOD))
                .clientClock(meter(clock))
                .build();
    }

    /** Uses up one attempt, or none and tells from when on the next one is heard. */
    @Nullable
    Instant take(String email, String address) {
        return take(LIMITS, email, address);
    }

    /** The same for a request for a new password. */
    @Nullable
    Instant takeLink(String email, String address) {
        return take(LINKS, email, address);
    }

    private @Nullable Instant take(List<Limit> limits, String email, String address) {
        for (Limit limit : limits) {
            ConsumptionProbe probe = bucket(limit, email, address).tryConsumeAndReturnRemaining(1);
            if (!probe.isConsumed()) {
                giveBack(limits.subList(0, limits.indexOf(limit)), email, address);
                return clock.instant().plusNanos(probe.getNanosToWaitForRefill());
            }
        }
        return null;
    }

    /** Gives all attempts at an account back, those from that address and those from all together. */
    void forgive(String email, String address) {
        bucket(LIMITS.getFirst(), email, address).reset();
        bucket(LIMITS.getLast(), email, address).reset();
    }

    void giveBack(String email, String address) {
        giveBack(LIMITS, email, address);
    }

    private void giveBack(List<Limit> taken, String email, String address) {
        taken.forEach(limit -> bucket(limit, email, address).addTokens(1));
    }

    /** Forgets whoever has all his attempts back; returns how many of at most a thousand. */
    int forgetExpired() {
        return buckets.removeExpired(1000);
    }

    private BucketProxy bucket(Limit limit, String email, String address) {
        return buckets.getProxy(limit.key().apply(email, address), limit::bucket);
    }

    private static TimeMeter meter(Clock clock) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return TimeUnit.MILLISECONDS.toNanos(clock.millis());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }
}
