package org.openstall;

import org.openstall.identity.User;
import org.springframework.core.env.Environment;

/** Opens browsers on the program under test. */
public final class TestBrowsers {
    private final Environment environment;

    TestBrowsers(Environment environment) {
        this.environment = environment;
    }

    /** A browser of somebody who has not signed in. */
    public TestBrowser open() {
        return new TestBrowser("http://localhost:" + environment.getRequiredProperty("local.server.port"));
    }

    /** A browser of a user whom {@link MarketFixture} has made. */
    public TestBrowser openFor(User user) {
        TestBrowser browser = open();
        browser.signIn(user.email(), MarketFixture.PASSWORD);
        return browser;
    }
}
