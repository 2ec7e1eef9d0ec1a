package org.openstall.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.openstall.identity.Registration;
import org.openstall.identity.SignInAttempt;
import org.openstall.identity.SignIns;
import org.openstall.identity.SignedIn;
import org.openstall.identity.User;
import org.openstall.identity.Users;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SignUpController {
    private final Users users;
    private final SignIns signIns;
    private final Door door;

    SignUpController(Users users, SignIns signIns, Door door) {
        this.users = users;
        this.signIns = signIns;
        this.door = door;
    }

    @GetMapping("/sign-up")
    View form(@RequestParam(defaultValue = "") String next, Visitor visitor) {
        SignedIn user = visitor.user();
        return user == null
                ? new SignUpPage("", "", LocalPath.orElse(next, ""), null)
                : Redirect.to(door.destination(next, user));
    }

    @PostMapping("/sign-up")
    View signUp(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String next,
            Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (users.register(email, name, password)) {
            case Registration.Refused refused -> {
                // Whoever has sent the form twice has the account already, and knows its password.
                if (refused.reason() == Registration.Reason.EMAIL_TAKEN
                        && signIns.attempt(email, password, request.getRemoteAddr())
                                instanceof SignInAttempt.Welcome welcome) {
                    yield door.enter(welcome.user(), next, request, response);
                }
                yield new SignUpPage(name, email, LocalPath.orElse(next, ""), refused.reason());
            }
            case Registration.Registered registered -> {
                User user = registered.user();
                users.setLanguage(user.id(), visitor.language().tag());
                yield door.enter(user, next, request, response).saying("frame.sign-up.welcome", user.name());
            }
        };
    }
}
