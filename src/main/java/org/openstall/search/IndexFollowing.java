package org.openstall.search;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.ProductId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps this node's index right: compares all of it behind a starting web server, as it may be missing, cut short by a
 * crash, or older or newer than a restored database; then follows what any node changes.
 */
@Component
class IndexFollowing {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFollowing.class);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
    private static final int LOOKS_BETWEEN_FORGETTING = 600;

    /** So many at a time, so that memory stays small. */
    private static final int STRETCH = 1_000;

    private final ChangeStore changes;
    private final IndexMending mending;
    private final boolean byItself;
    private final CountDownLatch stopping = new CountDownLatch(1);

    private volatile @Nullable Thread thread;

    /** Null as long as the index may differ in what no look will tell. */
    private ChangeStore.@Nullable Look last;

    private int looks;

    IndexFollowing(
            ChangeStore changes, IndexMending mending, @Value("${openstall.timers.enabled:true}") boolean byItself) {
        this.changes = changes;
        this.mending = mending;
        this.byItself = byItself;
    }

    @EventListener(WebServerInitializedEvent.class)
    void behindTheStart() {
        if (byItself) {
            thread = Thread.ofVirtual().name("search-index").start(this::followUntilStopped);
        }
    }

    /** Leaves the rest for the next start, and returns before the database is taken away. */
    @PreDestroy
    void stop() throws InterruptedException {
        stopping.countDown();
        mending.stop();
        Thread running = thread;
        if (running != null) {
            running.join();
        }
    }

    private void followUntilStopped() {
        Duration pause = Duration.ZERO;
        try {
            while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = tryToFollow() ? BETWEEN_LOOKS : AFTER_FAILURE;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean tryToFollow() {
        try {
            follow();
            return true;
        } catch (RuntimeException failure) {
            LOG.error("The search index cannot follow what changes; it will be tried again", failure);
            return false;
        }
    }

    /** Brings the index up to now. What fails is not counted as seen, so that the next call does it again. */
    void follow() {
        ChangeStore.Look seen = last;
        if (seen == null) {
            seen = changes.look();
            compareEverything();
        } else {
            ChangeStore.News news = changes.since(seen);
            if (news.complete()) {
                news.changed().forEach(changed -> stretches(changes.products(changed))
                        .forEach(it -> mending.mend(changed.marketplace(), it)));
            } else {
                compareEverything();
            }
            seen = news.look();
        }
        last = seen;
        if (++looks % LOOKS_BETWEEN_FORGETTING == 0) {
            changes.forgetOld();
        }
    }

    private void compareEverything() {
        int mended = mending.mend();
        if (mended > 0) {
            LOG.info("The search index lacked {} products or had them wrong; it is right again", mended);
        }
    }

    private static List<List<ProductId>> stretches(List<ProductId> all) {
        List<List<ProductId>> stretches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += STRETCH) {
            stretches.add(all.subList(from, Math.min(from + STRETCH, all.size())));
        }
        return stretches;
    }
}
