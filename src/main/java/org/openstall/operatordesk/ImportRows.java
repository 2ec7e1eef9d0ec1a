package org.openstall.operatordesk;

import org.openstall.kernel.Page;
import org.openstall.migration.ImportRun;
import org.openstall.pages.Frame;
import org.openstall.pages.View;

/** Some imports, the newest first, as the page shows them and asks for them again while one is running. */
public record ImportRows(Page<ImportRun> runs) implements View {

    /** The key of what a run was doing last. */
    public static String stage(ImportRun run) {
        return run.stage() == null
                ? "operator.imports.stage.beginning"
                : Frame.key("operator.imports.stage", run.stage());
    }

    public boolean isRunning() {
        return runs.items().stream().anyMatch(it -> it.state() == ImportRun.State.RUNNING);
    }
}
