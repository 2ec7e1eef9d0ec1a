package org.openstall.sellerdesk;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.notifications.MailKind;
import org.openstall.notifications.MailSettings;
import org.openstall.notifications.MailSettings.Refusal;
import org.openstall.notifications.SellerMail;
import org.openstall.pages.Language;
import org.openstall.pages.Redirect;
import org.openstall.pages.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where mail about orders goes, in which language, and which of it. */
@Controller
class NotificationController {
    private static final String PATH = "/seller/settings/notifications";

    private final MailSettings settings;

    NotificationController(MailSettings settings) {
        this.settings = settings;
    }

    @GetMapping(PATH)
    View notifications(@ModelAttribute(binding = false) Stall stall) {
        SellerMail mail = settings.of(stall.seller(), stall.place());
        return page(stall, String.join("\n", mail.addresses()), mail.language(), mail.wanted(), null);
    }

    private NotificationsPage page(
            Stall stall, String addresses, Language language, Set<MailKind> wanted, @Nullable Refusal refusal) {
        return new NotificationsPage(stall, addresses, language, wanted, refusal, settings.bounces(stall.seller()));
    }

    @PostMapping(PATH)
    View choose(
            @ModelAttribute(binding = false) Stall stall,
            @RequestParam(defaultValue = "") String addresses,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") List<String> wanted) {
        Language chosen = Language.of(language, stall.marketplace().language());
        Set<MailKind> kinds = MailKind.toSellers().stream()
                .filter(it -> wanted.contains(it.name()))
                .collect(Collectors.toSet());
        Optional<Refusal> refusal =
                settings.choose(stall.seller(), Arrays.asList(addresses.split("[\\s,;]+", -1)), chosen, kinds);
        return refusal.<View>map(it -> page(stall, addresses, chosen, kinds, it))
                .orElseGet(() -> Redirect.to(PATH).saying("desk.mail.saved"));
    }
}
