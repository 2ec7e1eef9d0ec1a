package org.openstall.sellerdesk;

import java.util.List;
import java.util.Map;
import org.openstall.feeds.Feeds;
import org.openstall.fulfilment.SlipNotes;
import org.openstall.notifications.MailSettings;
import org.openstall.ordering.Gift;
import org.openstall.pages.Desk;
import org.openstall.pages.Desk.Topic;
import org.openstall.shipping.Templates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The desk's name, navigation and help. */
@Configuration(proxyBeanMethods = false)
public class SellerDesk {
    public static final Desk DESK = new Desk(
            "desk.name",
            "/seller",
            "/seller/search",
            "desk.search",
            List.of(
                    new Desk.Item("desk.nav.today", "/seller", "sun", Topic.of("today", "list", "done")),
                    new Desk.Item(
                            "desk.nav.orders",
                            "/seller/orders",
                            "box-seam",
                            Topic.of("orders", "confirm", "split", "tracking", "cancel", "refused"),
                            Topic.below("/confirmation", "many-orders", "list", "file"),
                            Topic.below("/slips", "slips", "print", "note")),
                    new Desk.Item(
                            "desk.nav.inventory",
                            "/seller/inventory",
                            "boxes",
                            Topic.of("inventory", "edit", "review", "low", "hidden"),
                            Topic.below("/add", "adding", "find", "missing"),
                            Topic.apart("condition-notes", "what", "refused", "advised", "fix"),
                            Topic.below("/files", "files", "kinds", "send", "question", "replace", "report")),
                    new Desk.Item(
                            "desk.nav.catalogue",
                            "/seller/catalogue",
                            "journal-plus",
                            Topic.of("catalogue", "proposals", "outcome", "changes")),
                    new Desk.Item(
                            "desk.nav.health",
                            "/seller/health",
                            "heart-pulse",
                            Topic.of(
                                    "health",
                                    "reading",
                                    "order-defect",
                                    "negative-feedback",
                                    "late-shipment-short",
                                    "late-shipment-long",
                                    "cancel",
                                    "on-time-delivery",
                                    "missed")),
                    new Desk.Item(
                            "desk.nav.feedback",
                            "/seller/feedback",
                            "chat-left-text",
                            Topic.of("feedback", "score", "leaving", "negative")),
                    new Desk.Item(
                            "desk.nav.shipping",
                            "/seller/shipping",
                            "truck",
                            Topic.of("shipping", "templates", "promise", "handling", "calculator")),
                    new Desk.Item("desk.nav.gifts", "/seller/gifts", "gift", Topic.of("gifts", "offer", "order")),
                    new Desk.Item(
                            "desk.nav.notifications",
                            "/seller/settings/notifications",
                            "bell",
                            Topic.of("notifications", "mail", "refused"))),
            Map.of(
                    "news-days", TodayController.NEWS.toDays(),
                    "file-megabytes", FileController.LIMIT >> 20,
                    "shipment-rows", (long) Feeds.MOST_SHIPMENTS,
                    "slips", (long) SlipsController.MOST,
                    "slip-note", (long) SlipNotes.LONGEST,
                    "shipping-templates", (long) Templates.MOST,
                    "gift-message", (long) Gift.LONGEST_MESSAGE,
                    "gift-lines", (long) Gift.MOST_LINES,
                    "mail-addresses", (long) MailSettings.MOST_ADDRESSES));

    SellerDesk() {}

    @Bean
    static Desk sellersDesk() {
        return DESK;
    }
}
