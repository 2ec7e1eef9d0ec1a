package org.openstall.operatordesk;

import org.openstall.migration.Imports;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class ImportController {
    private final Imports imports;

    ImportController(Imports imports) {
        this.imports = imports;
    }

    @GetMapping("/operator/imports")
    View imports(Visitor visitor) {
        ImportRows rows = new ImportRows(imports.recent());
        return visitor.wantsFragment() ? rows : new ImportsPage(rows);
    }
}
