package org.openstall.wording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was found in a text, in its order; findings never overlap. Empty means clean. */
public record Findings(String text, List<Finding> all) {
    public Findings {
        all = all.stream().sorted(Comparator.comparingInt(Finding::start)).toList();
        int end = 0;
        for (Finding finding : all) {
            if (finding.start() < end || !text.startsWith(finding.words(), finding.start())) {
                throw new IllegalArgumentException("Overlapping or foreign findings: " + all);
            }
            end = finding.end();
        }
    }

    public boolean isClean() {
        return all.isEmpty();
    }

    /** Whether the text may not be published. */
    public boolean isBlocked() {
        return !blocking().isEmpty();
    }

    public List<Finding> blocking() {
        return of(Level.BLOCKING);
    }

    public List<Finding> advisory() {
        return of(Level.ADVISORY);
    }

    private List<Finding> of(Level level) {
        return all.stream().filter(it -> it.level() == level).toList();
    }

    /** The rules broken, each once, in the order of the text. */
    public List<Rule> rules() {
        return all.stream().map(Finding::rule).distinct().toList();
    }

    /** The whole text, cut where marked words begin and end; joined again, the pieces are the text. */
    public List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        int done = 0;
        for (Finding finding : all) {
            if (finding.start() > done) {
                pieces.add(new Piece(text.substring(done, finding.start()), null));
            }
            pieces.add(new Piece(finding.words(), finding));
            done = finding.end();
        }
        if (done < text.length()) {
            pieces.add(new Piece(text.substring(done), null));
        }
        return pieces;
    }
}
