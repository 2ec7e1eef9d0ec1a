package org.openstall.sellerdesk;

import java.util.List;
import org.openstall.pages.Desk;

/** The desk's name and navigation. */
public final class SellerDesk {
    public static final Desk DESK = new Desk(
            "desk.name",
            "/seller",
            "/seller/search",
            "desk.search",
            List.of(
                    new Desk.Item("desk.nav.today", "/seller", "sun"),
                    new Desk.Item("desk.nav.orders", "/seller/orders", "box-seam"),
                    new Desk.Item("desk.nav.inventory", "/seller/inventory", "boxes"),
                    new Desk.Item("desk.nav.catalogue", "/seller/catalogue", "journal-plus"),
                    new Desk.Item("desk.nav.health", "/seller/health", "heart-pulse"),
                    new Desk.Item("desk.nav.feedback", "/seller/feedback", "chat-left-text"),
                    new Desk.Item("desk.nav.shipping", "/seller/shipping", "truck"),
                    new Desk.Item("desk.nav.gifts", "/seller/gifts", "gift"),
                    new Desk.Item("desk.nav.notifications", "/seller/settings/notifications", "bell")));

    private SellerDesk() {}
}
