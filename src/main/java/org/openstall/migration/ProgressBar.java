package org.openstall.migration;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Draws progress on a terminal, one line with bar, counts, rate and time left; where there is no terminal, a line
 * now and then.
 */
final class ProgressBar implements Progress {
    private static final int WIDTH = 28;

    private final PrintStream out;
    private final boolean terminal;
    private final Duration pause;
    private @Nullable ImportStage stage;
    private long total;
    private long done;
    private long began;
    private long drawn;

    ProgressBar(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        this.pause = terminal ? Duration.ofMillis(100) : Duration.ofSeconds(5);
    }

    @Override
    public void begin(ImportStage next, long units) {
        end();
        stage = next;
        total = units;
        done = 0;
        began = System.nanoTime();
        drawn = began;
    }

    @Override
    public void advance(long units) {
        done += units;
        if (stage != null && System.nanoTime() - drawn >= pause.toNanos()) {
            draw(stage);
        }
    }

    /** Finishes the line. */
    void end() {
        if (stage != null) {
            draw(stage);
            if (terminal) {
                out.println();
            }
            stage = null;
        }
    }

    private void draw(ImportStage what) {
        drawn = System.nanoTime();
        double seconds = Math.max(1e-3, (drawn - began) / 1e9);
        double rate = done / seconds;
        int filled = total > 0 ? (int) Math.min(WIDTH, WIDTH * done / total) : WIDTH;
        long left = rate > 0 ? Math.max(0, Math.round((total - done) / rate)) : 0;
        String line = String.format(
                Locale.ROOT,
                "%-22s [%s%s] %s of %s, %s/s, %s left",
                what.title(),
                "#".repeat(filled),
                " ".repeat(WIDTH - filled),
                what.written(done),
                what.written(total),
                what.written(Math.round(rate)),
                left >= 60 ? left / 60 + " min " + left % 60 + " s" : left + " s");
        if (terminal) {
            out.print("\r" + line + "\u001b[K");
        } else {
            out.println(line);
        }
        out.flush();
    }
}
