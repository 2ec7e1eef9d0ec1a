package org.openstall.pages;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.openstall.identity.LinkRequest;
import org.openstall.identity.PasswordLinks;
import org.openstall.identity.PasswordRenewal;
import org.openstall.identity.Registration;
import org.openstall.pages.ForgottenPasswordPage.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A new password for who has forgotten his: asked for by e-mail address, set by the link of a mail. */
@Controller
class PasswordController {
    private static final String FORGOTTEN = "/forgotten-password";
    static final String NEW = "/new-password";

    private final PasswordLinks links;
    private final Mailing mailing;

    PasswordController(PasswordLinks links, Mailing mailing) {
        this.links = links;
        this.mailing = mailing;
    }

    @GetMapping(FORGOTTEN)
    View form() {
        return forgotten("", null);
    }

    private ForgottenPasswordPage forgotten(String email, @Nullable Problem problem) {
        return new ForgottenPasswordPage(email, mailing.open(), problem);
    }

    @PostMapping(FORGOTTEN)
    View ask(@RequestParam(defaultValue = "") String email, Visitor visitor, HttpServletRequest request) {
        if (!mailing.open()) {
            return forgotten(email, null);
        }
        return switch (links.request(email, visitor.language().tag(), request.getRemoteAddr())) {
            case LinkRequest.Heard heard -> Redirect.to(FORGOTTEN + "/sent");
            case LinkRequest.NoAddress noAddress -> forgotten(email, new Problem.NoAddress());
            case LinkRequest.TryAgainAt later -> forgotten(email, new Problem.TryAgainAt(later.at()));
        };
    }

    @GetMapping(FORGOTTEN + "/sent")
    View sent() {
        return new LinkSentPage();
    }

    @GetMapping(NEW)
    View link() {
        return new PasswordLinkPage(false);
    }

    /**
     * Shows the form for the password to whoever has a good code, and sets what was entered there. He signs in by it
     * afterwards, as always.
     */
    @PostMapping(NEW)
    View renew(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @Nullable String password,
            Visitor visitor,
            HttpServletRequest request) {
        // Whoever pastes may paste the whole link.
        String pasted = code.substring(code.lastIndexOf('#') + 1).strip();
        if (password == null) {
            return page(pasted, null);
        }
        return switch (links.renew(pasted, password, visitor.language().tag(), request.getRemoteAddr())) {
            case PasswordRenewal.Renewed renewed -> Redirect.to("/sign-in").saying("frame.new-password.done");
            case PasswordRenewal.Refused refused -> page(pasted, refused.reason());
            case PasswordRenewal.LinkVoid linkVoid -> new PasswordLinkPage(true);
        };
    }

    private View page(String code, Registration.@Nullable Reason refusal) {
        return links.owner(code)
                .<View>map(it -> new NewPasswordPage(it.email(), code, refusal))
                .orElseGet(() -> new PasswordLinkPage(true));
    }
}
