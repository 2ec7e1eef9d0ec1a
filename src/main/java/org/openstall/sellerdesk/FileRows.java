package org.openstall.sellerdesk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.pages.View;

/** The list of files, newest first. */
public record FileRows(List<FileRow> rows, @Nullable String next) implements View {

    public FileRows {
        rows = List.copyOf(rows);
    }

    public boolean isMoving() {
        return rows.stream().anyMatch(FileRow::isMoving);
    }
}
