package org.openstall.sellerdesk;

import org.openstall.pages.View;
import org.openstall.wording.Findings;

/** The note on a seller's packing slips, with what there is to say against it. */
public record SlipNotePage(Stall stall, String note, Findings findings, boolean refused, boolean tooLong)
        implements View {

    @Override
    public int status() {
        return refused || tooLong ? 422 : 200;
    }
}
