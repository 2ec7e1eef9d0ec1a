package org.openstall.sellerdesk;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openstall.notifications.Bounce;
import org.openstall.notifications.MailKind;
import org.openstall.notifications.MailSettings.Refusal;
import org.openstall.pages.Language;
import org.openstall.pages.View;

/** A seller's mail; {@code addresses} as they are typed, one a line. */
public record NotificationsPage(
        Stall stall,
        String addresses,
        Language language,
        Set<MailKind> wanted,
        @Nullable Refusal refusal,
        List<Bounce> bounces)
        implements View {

    public NotificationsPage {
        wanted = Set.copyOf(wanted);
        bounces = List.copyOf(bounces);
    }

    public Map<String, String> languages() {
        Map<String, String> languages = new LinkedHashMap<>();
        Arrays.stream(Language.values()).forEach(it -> languages.put(it.tag(), it.ownName()));
        return languages;
    }

    public List<MailKind> kinds() {
        return MailKind.toSellers();
    }

    @Override
    public int status() {
        return refusal == null ? 200 : 422;
    }
}
