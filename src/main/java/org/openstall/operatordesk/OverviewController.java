package org.openstall.operatordesk;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.health.Day;
import org.openstall.health.Health;
import org.openstall.health.Status;
import org.openstall.kernel.Page;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.migration.Imports;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class OverviewController {
    private static final int PLOTTED_DAYS = 60;
    private static final int WEEK = 7;
    private static final int WORST = 8;
    private static final int CHANGES = 5;
    private static final int IMPORTS = 3;

    private final SellerRoster roster;
    private final DeskClock clock;
    private final Health health;
    private final Marketplaces marketplaces;
    private final Imports imports;
    private final OperatorCharts charts;

    OverviewController(
            SellerRoster roster,
            DeskClock clock,
            Health health,
            Marketplaces marketplaces,
            Imports imports,
            OperatorCharts charts) {
        this.roster = roster;
        this.clock = clock;
        this.health = health;
        this.marketplaces = marketplaces;
        this.imports = imports;
        this.charts = charts;
    }

    @GetMapping("/operator")
    View overview(
            @RequestParam(name = "as-of", required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            Visitor visitor) {
        Moment moment = clock.of(visitor.marketplace(), asOf);
        List<SellerRow> sellers = roster.of(moment);
        List<Day> days = health.days(moment.place().id(), PLOTTED_DAYS, moment.day());
        return new OverviewPage(
                moment,
                sellers.stream().collect(Collectors.groupingBy(SellerRow::status, Collectors.counting())),
                days.getLast().orders(),
                days.subList(days.size() - WEEK, days.size()).stream()
                        .mapToLong(Day::orders)
                        .sum(),
                charts.orders(days, visitor),
                sellers.stream()
                        .filter(it -> it.status() == Status.BAD)
                        .sorted(SellerSort.ORDERS.comparator(true))
                        .limit(WORST)
                        .toList(),
                new ImportRows(new Page<>(imports.newest(null, IMPORTS).items(), null)),
                marketplaces.history(moment.place().id()).stream()
                        .limit(CHANGES)
                        .toList());
    }
}
