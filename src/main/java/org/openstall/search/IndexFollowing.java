package org.openstall.search;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
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

    /** Between two looks, so that an edit does not wait for a file of a million rows. */
    private static final int AT_ONCE = 4;

    private final ChangeStore changes;
    private final IndexMending mending;
    private final boolean byItself;
    private final CountDownLatch stopping = new CountDownLatch(1);

    private volatile @Nullable Thread thread;

    /** Null as long as the index may differ in what no look will tell. */
    private ChangeStore.@Nullable Look last;

    /** Seen, but not mended yet; the newest come first. */
    private final Deque<ChangeStore.Stretch> pending = new ArrayDeque<>();

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
                pause = tryToFollow();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration tryToFollow() {
        try {
            return follow() ? Duration.ZERO : BETWEEN_LOOKS;
        } catch (RuntimeException failure) {
            LOG.error("The search index cannot follow what changes; it will be tried again", failure);
            return AFTER_FAILURE;
        }
    }

    /**
     * Looks what has changed and mends some of it. What fails stays to be done by the next call.
     *
     * @return whether there is more to do
     */
    boolean follow() {
        ChangeStore.Look seen = last;
        if (seen == null) {
            seen = changes.look();
            compareEverything();
        } else {
            ChangeStore.News news = changes.since(seen);
            if (news.complete()) {
                news.changed().reversed().forEach(pending::addFirst);
            } else {
                compareEverything();
            }
            seen = news.look();
        }
        last = seen;
        mendSome();
        if (++looks % LOOKS_BETWEEN_FORGETTING == 0) {
            changes.forgetOld();
        }
        return !pending.isEmpty();
    }

    /** Mostly the newest, but always some of the oldest, too. */
    private void mendSome() {
        for (int i = 0; i < AT_ONCE && !pending.isEmpty(); i++) {
            mend(pending.getFirst());
            pending.pollFirst();
        }
        if (!pending.isEmpty()) {
            mend(pending.getLast());
            pending.pollLast();
        }
    }

    private void mend(ChangeStore.Stretch stretch) {
        Optional<List<ProductId>> products = changes.products(stretch);
        if (products.isPresent()) {
            mending.mend(stretch.marketplace(), products.get());
        } else {
            compareEverything();
        }
    }

    private void compareEverything() {
        pending.clear();
        int mended = mending.mend();
        if (mended > 0) {
            LOG.info("The search index lacked {} products or had them wrong; it is right again", mended);
        }
    }
}
