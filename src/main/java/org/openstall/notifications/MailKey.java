package org.openstall.notifications;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;

/** A mail about an order of a seller. */
public record MailKey(SellerId seller, UUID id) {

    /**
     * Made of what the mail is about and to whom it goes, so that the same is never written twice; the order first, so that
     * mails lie as orders do.
     */
    static MailKey of(SellerId seller, OrderId order, MailKind kind, int packageNumber, String address) {
        String name = kind + " " + packageNumber + " " + address;
        return new MailKey(
                seller,
                new UUID(
                        order.number(),
                        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                                .getLeastSignificantBits()));
    }
}
