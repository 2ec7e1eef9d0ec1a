package org.openstall.operatordesk;

import org.jspecify.annotations.Nullable;
import org.openstall.migration.Imports;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class ImportController {
    private static final int AT_ONCE = 50;

    private final Imports imports;

    ImportController(Imports imports) {
        this.imports = imports;
    }

    @GetMapping("/operator/imports")
    View imports(@RequestParam(required = false) @Nullable String after, Visitor visitor) {
        ImportRows rows = new ImportRows(imports.newest(after, AT_ONCE));
        return visitor.wantsFragment() ? rows : new ImportsPage(rows);
    }
}
