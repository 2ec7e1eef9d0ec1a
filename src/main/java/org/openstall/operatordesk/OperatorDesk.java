package org.openstall.operatordesk;

import java.util.List;
import org.openstall.pages.Desk;

/** The navigation of the operator's desk. */
public final class OperatorDesk {
    public static final Desk DESK = new Desk(
            "operator.desk",
            "/operator",
            "/operator/search",
            "operator.search.hint",
            List.of(
                    new Desk.Item("operator.nav.overview", "/operator", "speedometer2"),
                    new Desk.Item("operator.nav.sellers", "/operator/sellers", "shop-window"),
                    new Desk.Item("operator.nav.catalogue", "/operator/catalogue", "journal-check"),
                    new Desk.Item("operator.nav.marketplaces", "/operator/marketplaces", "globe-americas"),
                    new Desk.Item("operator.nav.carriers", "/operator/carriers", "truck"),
                    new Desk.Item("operator.nav.mail", "/operator/mail", "envelope"),
                    new Desk.Item("operator.nav.imports", "/operator/imports", "cloud-arrow-down"),
                    new Desk.Item("operator.nav.activity", "/operator/activity", "person-lines-fill"),
                    new Desk.Item("operator.nav.audit", "/operator/audit", "clipboard-check")));

    private OperatorDesk() {}
}
