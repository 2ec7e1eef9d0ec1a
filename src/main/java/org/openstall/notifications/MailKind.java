package org.openstall.notifications;

import java.util.Arrays;
import java.util.List;

/** What a mail tells, and whom. */
public enum MailKind {
    ORDER_PLACED(false),
    PACKAGE_SENT(false),
    PACKAGE_DELIVERED(false),
    ORDER_CANCELLED(false),
    /** "Sold, ship now". */
    SALE(true),
    SALE_CANCELLED(true);

    private final boolean toSeller;

    MailKind(boolean toSeller) {
        this.toSeller = toSeller;
    }

    /** Whether it goes to the seller; otherwise it goes to the buyer. */
    public boolean isToSeller() {
        return toSeller;
    }

    /** Those that a seller can do without. */
    public static List<MailKind> toSellers() {
        return Arrays.stream(values()).filter(MailKind::isToSeller).toList();
    }
}
