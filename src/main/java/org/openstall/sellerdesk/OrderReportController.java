package org.openstall.sellerdesk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.openstall.feeds.OrderReport;
import org.openstall.feeds.OrderReports;
import org.openstall.kernel.NotYours;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Orders as the files that programs of other marketplaces read. */
@Controller
class OrderReportController {
    private static final int MOST_DAYS = 730;

    private final OrderReports reports;

    OrderReportController(OrderReports reports) {
        this.reports = reports;
    }

    @GetMapping("/seller/orders/reports/{report}")
    void report(
            @ModelAttribute(binding = false) Stall stall,
            @PathVariable String report,
            @RequestParam(defaultValue = "30") int days,
            HttpServletResponse response)
            throws IOException {
        OrderReport wanted = Arrays.stream(OrderReport.values())
                .filter(it -> Names.key(it).equals(report))
                .findFirst()
                .orElseThrow(() -> new NotYours("No report " + report));
        FileController.attach(response, "orders-" + report + ".txt", "text/tab-separated-values;charset=UTF-8");
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            reports.write(wanted, stall.seller(), stall.marketplace(), Math.clamp(days, 1, MOST_DAYS), out);
        }
    }
}
