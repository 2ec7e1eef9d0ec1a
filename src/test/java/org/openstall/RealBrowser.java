package org.openstall;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openstall.identity.User;
import org.opentest4j.TestAbortedException;
import org.springframework.core.env.Environment;

/** Chromium, as people use it: with JavaScript, style sheets, and a screen of some size. */
public final class RealBrowser implements AutoCloseable {
    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;
    private final String origin;

    private RealBrowser(Path chromium, String origin) {
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(ARGUMENTS));
        this.origin = origin;
    }

    /** Starts Chromium for the program under test. Without one the test is skipped, but never where CI is set. */
    public static RealBrowser start(Environment program) {
        Optional<Path> chromium = chromium();
        if (chromium.isEmpty()) {
            String missing = "No Chromium: install it, or name it by OPENSTALL_CHROMIUM";
            if (System.getenv("CI") != null) {
                throw new AssertionError(missing);
            }
            throw new TestAbortedException(missing);
        }
        return new RealBrowser(chromium.get(), "http://localhost:" + program.getRequiredProperty("local.server.port"));
    }

    private static Optional<Path> chromium() {
        return Stream.of(System.getenv("OPENSTALL_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser")
                .filter(it -> it != null && !it.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** How somebody looks at pages. */
    public record Look(String name, int width, int height, ColorScheme colours, String language) {
        public static final Look LIGHT = new Look("light", 1280, 900, ColorScheme.LIGHT, "en-US");
        public static final Look DARK = new Look("dark", 1280, 900, ColorScheme.DARK, "en-US");
        public static final Look PHONE = new Look("phone", 390, 844, ColorScheme.LIGHT, "ko-KR");
    }

    /** A window of somebody, signed in unless it is nobody. */
    public BrowserContext open(Look look, @Nullable User user) {
        BrowserContext window = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(origin)
                .setViewportSize(look.width(), look.height())
                .setColorScheme(look.colours())
                .setLocale(look.language()));
        if (user != null) {
            Page page = window.newPage();
            page.navigate("/sign-in");
            page.fill("[name=email]", user.email());
            page.fill("[name=password]", MarketFixture.PASSWORD);
            page.click("form[action='/sign-in'] button[type=submit]");
            page.waitForURL(url -> !url.endsWith("/sign-in"));
            page.close();
        }
        return window;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
