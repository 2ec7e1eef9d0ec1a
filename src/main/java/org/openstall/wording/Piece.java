package org.openstall.wording;

import org.jspecify.annotations.Nullable;

/** A stretch of a text for display: marked by a finding, or plain. */
public record Piece(String text, @Nullable Finding finding) {
    public boolean isMarked() {
        return finding != null;
    }
}
