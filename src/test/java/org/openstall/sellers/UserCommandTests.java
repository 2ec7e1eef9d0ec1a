package org.openstall.sellers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowsers;
import org.openstall.identity.User;
import org.openstall.identity.Users;
import org.openstall.kernel.SellerId;
import org.openstall.marketplaces.Marketplaces;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import picocli.CommandLine;

@OpenstallTest
class UserCommandTests {
    private static final String PASSWORD = "a kettle and a spoon";

    private final String email = UUID.randomUUID() + "@people.example";
    private final StringWriter said = new StringWriter();

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Users users;

    @Autowired
    private Sellers sellers;

    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Test
    void the_first_operator_gets_an_account_with_a_password_that_opens_his_desk() {
        assertThat(run(email, "--name", "Iris Lindqvist", "--operator")).isZero();

        String password = said().replaceFirst("(?s).*, password (\\S+).*", "$1");
        assertThat(signedIn(password).get("/operator").status()).isEqualTo(200);
        assertThat(said()).contains("Iris Lindqvist <" + email + "> operates the marketplace");
    }

    @Test
    void a_newcomer_opens_a_business_and_works_at_its_desk() {
        typing(PASSWORD, () -> assertThat(run(
                        email,
                        "--name=Mina Park",
                        "--password",
                        "--open=Hanbit Lights",
                        "--country=US",
                        "--place=Austin, TX"))
                .isZero());

        SellerId seller = Objects.requireNonNull(user().seller());
        assertThat(sellers.get(seller).name()).isEqualTo("Hanbit Lights");
        assertThat(sellers.presences(seller)).containsOnlyKeys(Marketplaces.US);
        TestBrowser mina = signedIn(PASSWORD);
        assertThat(mina.get("/seller").status()).isEqualTo(200);
        assertThat(mina.get("/operator").status()).isEqualTo(404);
        assertThat(said()).doesNotContain(PASSWORD);
    }

    @Test
    void somebody_joins_a_seller_who_is_there_already_and_leaves_him() {
        SellerId imported = market.seller("Imported");
        assertThat(run(email, "--name", "Mina", "--seller", imported.value())).isZero();
        assertThat(user().seller()).isEqualTo(imported);

        assertThat(run(email, "--no-seller")).isZero();
        assertThat(user().seller()).isNull();
    }

    @Test
    void a_new_password_ends_what_is_open_with_the_old_one() {
        typing(PASSWORD, () -> run(email, "--name", "Iris", "--password", "--operator"));
        TestBrowser open = signedIn(PASSWORD);

        typing("another kettle, another spoon", () -> assertThat(run(email, "--password"))
                .isZero());

        assertThat(open.get("/operator").status()).isNotEqualTo(200);
        assertThat(browsers.open()
                        .post("/sign-in", "email", email, "password", PASSWORD)
                        .status())
                .isNotEqualTo(303);
        assertThat(signedIn("another kettle, another spoon").get("/operator").status())
                .isEqualTo(200);
    }

    @Test
    void an_operator_who_leaves_is_none_any_more() {
        run(email, "--name", "Iris", "--operator");
        assertThat(run(email, "--no-operator")).isZero();
        assertThat(user().operator()).isFalse();
    }

    @Test
    void what_does_not_fit_is_told_and_nothing_is_written() {
        assertRefused("say its owner's name by --name", email);
        assertRefused("--country", email, "--name", "Mina", "--open", "Lights");
        assertRefused("--country", email, "--name", "Mina", "--open", "Lights", "--country", "ZZ");
        assertRefused("no seller's id", email, "--name", "Mina", "--seller", "somebody");
        assertRefused(
                "There is no seller",
                email,
                "--name",
                "Mina",
                "--seller",
                SellerId.random().value());
        assertRefused("Say only one", email, "--name", "Mina", "--no-seller", "--open", "Lights");
        typing("short", () -> assertRefused("at least 10 characters", email, "--name", "Mina", "--password"));
        typing("", () -> assertRefused("at least 10 characters", email, "--name", "Mina", "--password"));
        assertRefused("no e-mail address", "mina", "--name", "Mina");
        assertThat(users.findByEmail(email)).isEmpty();
    }

    @Test
    void who_has_a_business_opens_no_second_by_running_the_command_again() {
        run(email, "--name", "Mina", "--open", "Lights", "--country", "US");
        SellerId first = user().seller();

        assertRefused("works for Lights", email, "--open", "Lights", "--country", "US");
        assertThat(user().seller()).isEqualTo(first);
    }

    private void assertRefused(String why, String... words) {
        assertThat(run(words)).isNotZero();
        assertThat(said()).contains(why);
    }

    private int run(String... words) {
        said.getBuffer().setLength(0);
        PrintWriter out = new PrintWriter(said, true);
        return new CommandLine(beans.createBean(UserCommand.class))
                .setOut(out)
                .setErr(out)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println(failure.getMessage());
                    return 1;
                })
                .execute(words);
    }

    private static void typing(String line, Runnable work) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream((line + "\n").getBytes(StandardCharsets.UTF_8)));
        try {
            work.run();
        } finally {
            System.setIn(before);
        }
    }

    private String said() {
        return said.toString();
    }

    private User user() {
        return users.findByEmail(email).orElseThrow();
    }

    private TestBrowser signedIn(String password) {
        TestBrowser browser = browsers.open();
        browser.signIn(email, password);
        return browser;
    }
}
