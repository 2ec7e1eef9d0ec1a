package org.openstall.operatordesk;

import java.util.List;
import org.openstall.migration.ImportRun;
import org.openstall.pages.View;

/** The latest imports, as the page shows them and asks for them again while one is running. */
public record ImportRows(List<ImportRun> runs) implements View {

    public ImportRows {
        runs = List.copyOf(runs);
    }

    public boolean isRunning() {
        return runs.stream().anyMatch(it -> it.state() == ImportRun.State.RUNNING);
    }
}
