package org.openstall.operatordesk;

import org.openstall.pages.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class AuditController {

    @GetMapping("/operator/audit")
    View audit() {
        return new AuditPage();
    }
}
