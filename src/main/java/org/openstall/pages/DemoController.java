package org.openstall.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.openstall.identity.User;
import org.openstall.identity.Users;
import org.openstall.kernel.NotYours;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signs the demo's people in without a password; it does not exist outside the demo. */
@Controller
@ConditionalOnBooleanProperty("openstall.demo")
class DemoController {
    private final Users users;
    private final Door door;

    DemoController(Users users, Door door) {
        this.users = users;
        this.door = door;
    }

    @PostMapping("/demo/sign-in/{person}")
    View signIn(
            @PathVariable String person,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        DemoPerson demo = DemoPerson.of(person).orElseThrow(() -> new NotYours("No demo person " + person));
        User user = users.findByEmail(demo.email()).orElseThrow(() -> new NotYours("No user " + demo.email()));
        return door.enter(user, next, request, response);
    }
}
