package org.openstall.operatordesk;

import java.util.List;
import java.util.Map;
import org.openstall.pages.Desk;
import org.openstall.pages.Desk.Topic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The navigation and the help of the operator's desk. */
@Configuration(proxyBeanMethods = false)
public class OperatorDesk {
    public static final Desk DESK = new Desk(
            "operator.desk",
            "/operator",
            "/operator/search",
            "operator.search.hint",
            List.of(
                    new Desk.Item(
                            "operator.nav.overview",
                            "/operator",
                            "speedometer2",
                            Topic.of("overview", "reading", "search")),
                    new Desk.Item(
                            "operator.nav.sellers",
                            "/operator/sellers",
                            "shop-window",
                            Topic.of("sellers", "rates", "standing", "offers", "past")),
                    new Desk.Item(
                            "operator.nav.catalogue",
                            "/operator/catalogue",
                            "journal-check",
                            Topic.of("catalogue", "proposals", "changes"),
                            Topic.below("/types", "product-types", "edit", "effect")),
                    new Desk.Item(
                            "operator.nav.marketplaces",
                            "/operator/marketplaces",
                            "globe-americas",
                            Topic.of("marketplaces", "policies", "numbers", "calendar")),
                    new Desk.Item(
                            "operator.nav.carriers",
                            "/operator/carriers",
                            "truck",
                            Topic.of("carriers", "key", "events")),
                    new Desk.Item(
                            "operator.nav.mail",
                            "/operator/mail",
                            "envelope",
                            Topic.of("mail", "states", "again", "returned")),
                    new Desk.Item(
                            "operator.nav.imports",
                            "/operator/imports",
                            "cloud-arrow-down",
                            Topic.of("imports", "run", "after")),
                    new Desk.Item(
                            "operator.nav.activity",
                            "/operator/activity",
                            "person-lines-fill",
                            Topic.of("activity", "kept", "elsewhere")),
                    new Desk.Item(
                            "operator.nav.audit",
                            "/operator/audit",
                            "clipboard-check",
                            Topic.of("audit", "run", "difference"))),
            Map.of());

    OperatorDesk() {}

    @Bean
    static Desk operatorsDesk() {
        return DESK;
    }
}
