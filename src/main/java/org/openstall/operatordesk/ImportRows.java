package org.openstall.operatordesk;

import org.openstall.kernel.Page;
import org.openstall.migration.ImportRun;
import org.openstall.pages.View;

/** Some imports, the newest first, as the page shows them and asks for them again while one is running. */
public record ImportRows(Page<ImportRun> runs) implements View {

    public boolean isRunning() {
        return runs.items().stream().anyMatch(it -> it.state() == ImportRun.State.RUNNING);
    }
}
