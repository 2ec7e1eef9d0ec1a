package org.openstall.fulfilment;

import java.time.Clock;
import org.openstall.kernel.SellerId;
import org.openstall.marketplaces.Marketplace;
import org.openstall.wording.Findings;
import org.openstall.wording.TextKind;
import org.openstall.wording.Wording;
import org.springframework.stereotype.Service;

/** What sellers write to their buyers on every packing slip. */
@Service
public class SlipNotes {
    public static final int LONGEST = 500;

    private final SlipNoteStore store;
    private final Wording wording;
    private final Clock clock;

    SlipNotes(SlipNoteStore store, Wording wording, Clock clock) {
        this.store = store;
        this.wording = wording;
        this.clock = clock;
    }

    /** An empty text if the seller has written none. */
    public String of(SellerId seller) {
        return store.find(seller).orElse("");
    }

    /** What there is to say against a note that buyers of a marketplace would read. */
    public Findings check(Marketplace marketplace, String note) {
        return wording.check(TextKind.PACKING_SLIP_NOTE, marketplace.country(), null, note);
    }

    /** Keeps a note for all slips printed from now on, unless it must not be read. */
    public Choice choose(SellerId seller, Marketplace marketplace, String typed) {
        String note = typed.replace("\r\n", "\n").strip();
        if (note.codePointCount(0, note.length()) > LONGEST) {
            return new Choice.TooLong(note);
        }
        Findings findings = check(marketplace, note);
        if (findings.isBlocked()) {
            return new Choice.Refused(findings);
        }
        store.save(seller, note, clock.instant());
        return new Choice.Kept(findings);
    }

    /** What came of choosing a note. */
    public sealed interface Choice {

        /** With what might be said better. */
        record Kept(Findings findings) implements Choice {}

        record Refused(Findings findings) implements Choice {}

        record TooLong(String note) implements Choice {}
    }
}
