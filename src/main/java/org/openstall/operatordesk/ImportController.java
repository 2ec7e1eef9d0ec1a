package org.openstall.operatordesk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.migration.ImportRun;
import org.openstall.migration.Imports;
import org.openstall.pages.Csv;
import org.openstall.pages.Frame;
import org.openstall.pages.Language;
import org.openstall.pages.Texts;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class ImportController {
    private static final int AT_ONCE = 50;
    private static final List<String> COLUMNS =
            List.of("started", "ended", "format", "source", "state", "outcome", "rejects", "error");

    private final Imports imports;
    private final Texts texts;

    ImportController(Imports imports, Texts texts) {
        this.imports = imports;
        this.texts = texts;
    }

    @GetMapping("/operator/imports")
    View imports(@RequestParam(required = false) @Nullable String after, Visitor visitor) {
        ImportRows rows = new ImportRows(imports.newest(after, AT_ONCE));
        return visitor.wantsFragment() ? rows : new ImportsPage(rows);
    }

    @GetMapping(path = "/operator/imports", params = "format=csv")
    void csv(Visitor visitor, HttpServletResponse response) throws IOException {
        Csv.stream(
                response,
                "imports.csv",
                texts.header(visitor.language(), "operator.imports.csv.", COLUMNS),
                after -> imports.newest(after, Csv.STRETCH),
                it -> cells(it, visitor.marketplace().zone(), visitor.language()));
    }

    private List<String> cells(ImportRun run, ZoneId zone, Language language) {
        return List.of(
                Csv.time(run.startedAt(), zone),
                Csv.time(run.finishedAt(), zone),
                run.format(),
                run.source(),
                texts.text(language, Frame.key("operator.imports.state", run.state())),
                outcome(run, language),
                Long.toString(run.rejects()),
                run.message());
    }

    private String outcome(ImportRun run, Language language) {
        String stage = texts.text(language, ImportRows.stage(run));
        return switch (run.state()) {
            case RUNNING -> stage;
            case FAILED ->
                run.failure() == null
                        ? texts.text(language, "operator.imports.failure", stage)
                        : texts.text(
                                language,
                                Frame.key(
                                        "operator.imports.failure",
                                        run.failure().reason()),
                                run.failure().about().toArray());
            case INTERRUPTED -> texts.text(language, "operator.imports.interrupted", stage);
            case DONE ->
                run.counts().entrySet().stream()
                        .map(it ->
                                texts.text(language, Frame.key("operator.imports.count", it.getKey()), it.getValue()))
                        .collect(Collectors.joining("; "));
        };
    }
}
