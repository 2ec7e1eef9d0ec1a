package org.openstall.operatordesk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.LostRace;
import org.openstall.kernel.Page;
import org.openstall.kernel.SellerId;
import org.openstall.notifications.Mail;
import org.openstall.notifications.MailKey;
import org.openstall.notifications.Mails;
import org.openstall.pages.Csv;
import org.openstall.pages.Frame;
import org.openstall.pages.Redirect;
import org.openstall.pages.Texts;
import org.openstall.pages.View;
import org.openstall.pages.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All mail: what was sent, what waits, what could not be sent, and what would have been. */
@Controller
class MailController {
    private static final int PAGE = 50;
    private static final String MAIL = "/operator/mail/{seller}/{id}";

    /** A mail may look as it likes, but it loads nothing, runs nothing and stays in its frame. */
    private static final String NOTHING_BUT_LOOKS =
            "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";

    private static final List<String> COLUMNS =
            List.of("written", "what", "to", "csv.seller", "order", "how", "csv.tries", "csv.ended", "why");

    private final Mails mails;
    private final Texts texts;

    MailController(Mails mails, Texts texts) {
        this.mails = mails;
        this.texts = texts;
    }

    @GetMapping("/operator/mail")
    View mails(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after) {
        Mail.State shown = q.isBlank() ? state(state) : null;
        return new MailsPage(
                shown,
                q.strip(),
                page(shown, q, after, PAGE),
                mails.failed(),
                shown == Mail.State.FAILED && mails.isOpen() ? mails.failedToSendAgain() : 0,
                mails.server().orElse(null),
                mails.returned(),
                mails.returnAddress());
    }

    private Page<Mail> page(Mail.@Nullable State state, String q, @Nullable String after, int size) {
        return q.isBlank() ? mails.list(state, after, size) : mails.search(q, after, size);
    }

    @GetMapping(path = "/operator/mail", params = "format=csv")
    void csv(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            Visitor visitor,
            HttpServletResponse response)
            throws IOException {
        ZoneId zone = visitor.marketplace().zone();
        Csv.stream(
                response,
                "mail.csv",
                texts.header(visitor.language(), "operator.mail.", COLUMNS),
                after -> page(state(state), q, after, Csv.STRETCH),
                it -> List.of(
                        Csv.time(it.createdAt(), zone),
                        texts.text(visitor.language(), Frame.key("operator.mail.kind", it.kind())),
                        it.address(),
                        it.seller().value(),
                        it.order().value(),
                        texts.text(visitor.language(), Frame.key("operator.mail.state", it.state())),
                        Integer.toString(it.attempts()),
                        Csv.time(it.endedAt(), zone),
                        Objects.requireNonNullElse(it.reason(), "")));
    }

    private static Mail.@Nullable State state(String name) {
        return Arrays.stream(Mail.State.values())
                .filter(it -> name(it).equals(name))
                .findFirst()
                .orElse(null);
    }

    static String name(Mail.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    @GetMapping(MAIL)
    View mail(@PathVariable SellerId seller, @PathVariable UUID id) {
        Mail mail = mails.get(new MailKey(seller, id));
        return new MailPage(
                mail, mails.content(mail), mails.sender(), mails.messageId(mail), mails.isOpen(), path(mail.key()));
    }

    /** For the frame in which the mail is shown as its receiver sees it. */
    @GetMapping(MAIL + "/html")
    void html(@PathVariable SellerId seller, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        String html = mails.content(mails.get(new MailKey(seller, id))).html();
        response.setHeader("Content-Security-Policy", NOTHING_BUT_LOOKS);
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping(MAIL + "/attempts")
    View sendAgain(@PathVariable SellerId seller, @PathVariable UUID id) {
        Mail mail = mails.get(new MailKey(seller, id));
        if (!mails.isOpen()) {
            return Redirect.to(path(mail.key())).warning("operator.mail.no-server");
        }
        try {
            mails.sendAgain(mail.key());
        } catch (LostRace meanwhile) {
            return Redirect.to(path(mail.key())).warning("operator.mail.not-again");
        }
        return Redirect.to(path(mail.key())).saying("operator.mail.again.done");
    }

    @PostMapping("/operator/mail/attempts")
    View sendFailedAgain() {
        if (!mails.isOpen()) {
            return Redirect.to("/operator/mail?state=failed").warning("operator.mail.no-server");
        }
        return Redirect.to("/operator/mail?state=waiting")
                .saying("operator.mail.failed-again.done", mails.sendFailedAgain());
    }

    static String path(MailKey key) {
        return "/operator/mail/" + key.seller() + "/" + key.id();
    }
}
