package org.openstall.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.openstall.identity.SignedIn;
import org.openstall.identity.Users;
import org.openstall.marketplaces.Marketplaces;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Language, marketplace and theme, chosen in the top bar of any page. What is not on offer changes nothing. */
@Controller
class PreferenceController {
    private final Users users;
    private final Marketplaces marketplaces;

    PreferenceController(Users users, Marketplaces marketplaces) {
        this.users = users;
        this.marketplaces = marketplaces;
    }

    @PostMapping("/language")
    View language(
            @RequestParam String language,
            @RequestParam(defaultValue = "/") String next,
            Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response) {
        Language.ofTag(language).ifPresent(it -> {
            Cookies.write(request, response, Cookies.LANGUAGE, it.tag(), Cookies.A_YEAR);
            SignedIn user = visitor.user();
            if (user != null) {
                users.setLanguage(user.user(), it.tag());
            }
        });
        return Redirect.to(LocalPath.orElse(next, "/"));
    }

    @PostMapping("/marketplace")
    View marketplace(
            @RequestParam String marketplace,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        marketplaces
                .find(marketplace)
                .ifPresent(it -> Cookies.write(
                        request, response, Cookies.MARKETPLACE, it.id().value(), Cookies.A_YEAR));
        return Redirect.to(LocalPath.orElse(next, "/"));
    }

    @PostMapping("/theme")
    View theme(
            @RequestParam String theme,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        Theme.of(theme).ifPresent(it -> Cookies.write(request, response, Cookies.THEME, it.value(), Cookies.A_YEAR));
        return Redirect.to(LocalPath.orElse(next, "/"));
    }
}
