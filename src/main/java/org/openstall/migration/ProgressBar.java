package org.openstall.migration;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * Draws progress on a terminal, one line with bar, counts, rate and time left; where there is no terminal, a line
 * now and then.
 */
final class ProgressBar implements Progress {
    private static final int WIDTH = 28;

    private final PrintStream out;
    private final boolean terminal;
    private final Duration pause;
    private String what = "";
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
    public void begin(String stage, long units) {
        end();
        what = stage;
        total = units;
        done = 0;
        began = System.nanoTime();
        drawn = began;
    }

    @Override
    public void advance(long units) {
        done += units;
        if (System.nanoTime() - drawn >= pause.toNanos()) {
            draw();
        }
    }

    /** Finishes the line. */
    void end() {
        if (!what.isEmpty()) {
            draw();
            if (terminal) {
                out.println();
            }
            what = "";
        }
    }

    private void draw() {
        drawn = System.nanoTime();
        double seconds = Math.max(1e-3, (drawn - began) / 1e9);
        double rate = done / seconds;
        String line = String.format(Locale.ROOT, "%-22s %,10d", what, done);
        if (total > 0) {
            int filled = (int) Math.min(WIDTH, WIDTH * done / total);
            long left = rate > 0 ? Math.round((total - done) / rate) : 0;
            line = String.format(
                    Locale.ROOT,
                    "%-22s [%s%s] %,d of %,d, %,.0f/s, %s left",
                    what,
                    "#".repeat(filled),
                    " ".repeat(WIDTH - filled),
                    done,
                    total,
                    rate,
                    left >= 60 ? left / 60 + " min " + left % 60 + " s" : left + " s");
        }
        if (terminal) {
            out.print("\r" + line + "\u001b[K");
        } else {
            out.println(line);
        }
        out.flush();
    }
}
