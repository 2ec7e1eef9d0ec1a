package org.openstall.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openstall.identity.SignInAttempt;
import org.openstall.identity.SignIns;
import org.openstall.identity.SignedIn;
import org.openstall.pages.SignInPage.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SignInController {
    private final SignIns signIns;
    private final Door door;
    private final List<DemoPerson> demo;

    SignInController(SignIns signIns, Door door, @Value("${openstall.demo:false}") boolean demo) {
        this.signIns = signIns;
        this.door = door;
        this.demo = demo ? Arrays.asList(DemoPerson.values()) : List.of();
    }

    @GetMapping("/sign-in")
    View form(
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "false") boolean unsaved,
            Visitor visitor) {
        SignedIn user = visitor.user();
        return user == null ? page("", next, unsaved, null) : Redirect.to(door.destination(next, user));
    }

    @PostMapping("/sign-in")
    View signIn(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (signIns.attempt(email, password, request.getRemoteAddr())) {
            case SignInAttempt.Mismatch mismatch -> page(email, next, false, new Problem.Mismatch());
            case SignInAttempt.TryAgainAt later -> page(email, next, false, new Problem.TryAgainAt(later.at()));
            case SignInAttempt.Welcome welcome -> door.enter(welcome.user(), next, request, response);
        };
    }

    private SignInPage page(String email, String next, boolean unsaved, @Nullable Problem problem) {
        return new SignInPage(email, LocalPath.orElse(next, ""), demo, unsaved, problem);
    }
}
