package org.openstall.notifications;

import java.util.List;
import java.util.Set;
import org.openstall.pages.Language;

/**
 * Where a seller wants mail about orders, in which language, and which of it.
 *
 * @param chosen false as long as the seller has changed nothing and everybody who works for him gets everything
 */
public record SellerMail(List<String> addresses, Language language, Set<MailKind> wanted, boolean chosen) {

    public SellerMail {
        addresses = List.copyOf(addresses);
        wanted = Set.copyOf(wanted);
    }
}
