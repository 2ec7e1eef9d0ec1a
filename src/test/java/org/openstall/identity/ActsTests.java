package org.openstall.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowsers;
import org.openstall.identity.Act.Kind;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.Page;
import org.openstall.kernel.SellerId;
import org.springframework.beans.factory.annotation.Autowired;

@OpenstallTest
class ActsTests {
    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Acts acts;

    @Autowired
    private MovableClock clock;

    private SellerId nadias;
    private User user;
    private TestBrowser nadia;

    @BeforeEach
    void nadia_sells() {
        nadias = market.seller("Nadia's Kitchen");
        market.offer(nadias, "KETTLE", "Gooseneck kettle", "49.90", 40);
        user = market.userOf(nadias, "Nadia");
        nadia = browsers.openFor(user);
    }

    /** It is noted when all has been sent, so maybe a moment after all has come. */
    private void takeAlong(String path) {
        int before = hers().size();
        nadia.get(path);
        await().untilAsserted(() ->
                assertThat(hers()).hasSize(before + 1).first().asString().endsWith(" 200"));
    }

    private List<String> hers() {
        return acts.list(null, user.email(), null, 20).items().stream()
                .map(it -> it.kind() + " " + it.subject() + " " + it.outcome())
                .toList();
    }

    @Test
    void what_a_seller_sends_and_takes_along_is_kept_with_its_outcome_and_what_she_reads_is_not() {
        nadia.get("/seller/inventory");
        takeAlong("/seller/inventory?format=csv");
        nadia.post("/seller/shipping/handling", "most", "3");
        nadia.post("/seller/shipping/handling", "most", "300");
        nadia.post("/seller/orders/111-1111111-1111111/cancellation", "reason", "OUT_OF_STOCK");
        nadia.post("/%73eller/shipping/handling", "most", "4");
        takeAlong("/seller/inventory/reports/all");

        assertThat(hers())
                .containsExactly(
                        "REQUEST GET /seller/inventory/reports/all 200",
                        "REQUEST POST /seller/shipping/handling 404",
                        "REQUEST POST /seller/orders/111-1111111-1111111/cancellation 404",
                        "REQUEST POST /seller/shipping/handling 422",
                        "REQUEST POST /seller/shipping/handling 303",
                        "REQUEST GET /seller/inventory 200",
                        "SIGNED_IN  ");
        assertThat(acts.list(Kind.REQUEST, user.email(), null, 20).items()).allSatisfy(it -> {
            assertThat(it.user()).isEqualTo(user.id());
            assertThat(it.address()).isEqualTo("127.0.0.1");
        });
    }

    @Test
    void failed_sign_ins_are_kept_under_the_address_that_was_typed() {
        browsers.open().post("/sign-in", "email", user.email().toUpperCase(Locale.ROOT), "password", "not hers");

        assertThat(hers().getFirst()).isEqualTo("SIGN_IN_FAILED  ");
    }

    @Test
    void what_was_typed_into_the_wrong_field_is_not_kept() {
        String password = "a kettle " + System.nanoTime();
        browsers.open().post("/sign-in", "email", password, "password", "");

        assertThat(acts.list(Kind.SIGN_IN_FAILED, password, null, 10).items()).isEmpty();
        List<Act> failed = new ArrayList<>();
        Page.walk(after -> acts.list(Kind.SIGN_IN_FAILED, "", after, 1_000), failed::addAll);
        assertThat(failed).extracting(Act::who).contains("");
    }

    @Test
    void who_may_do_what_since_when_is_kept() {
        User iris = market.user("Iris");
        accounts.setOperator(iris.id(), true);
        accounts.setSeller(iris.id(), nadias);
        accounts.setSeller(iris.id(), null);
        accounts.setPassword(iris, "a kettle and another spoon");

        List<Act> all = new ArrayList<>();
        Page.walk(after -> acts.list(null, "", after, 1_000), all::addAll);
        assertThat(all)
                .filteredOn(it -> it.subject().equals(iris.email()))
                .extracting(it -> it.kind() + " " + it.outcome())
                .containsExactly("PASSWORD_SET ", "SELLER_SET ", "SELLER_SET " + nadias, "OPERATOR_SET true");
    }

    @Test
    void the_operator_reads_it_by_person_and_kind_page_by_page_and_as_csv() {
        TestBrowser iris = browsers.openFor(market.operator("Iris"));
        for (int i = 0; i < 51; i++) {
            nadia.post("/seller/shipping/handling", "most", "3");
        }
        String path = "/operator/activity?kind=request&q=" + user.email();

        assertThat(iris.get(path).text())
                .contains("POST /seller/shipping/handling", "303")
                .doesNotContain("SIGNED_IN");
        assertThat(iris.get(path).body()).contains("after=");
        assertThat(iris.get("/operator/activity?kind=signed-in&q=" + user.email())
                        .text())
                .contains("Signed in");
        assertThat(iris.get(path + "&format=csv").body().lines()).hasSize(52);
        assertThat(iris.speaking("ko").get("/operator/activity").text()).contains("활동 기록", "요청·다운로드");
        assertThat(nadia.get("/operator/activity").status()).isEqualTo(404);
    }

    @Test
    void after_a_year_it_is_forgotten() {
        clock.advance(Acts.KEPT.minus(Duration.ofMinutes(5)));
        acts.forgetOld();
        assertThat(hers()).isNotEmpty();

        clock.advance(Duration.ofMinutes(10));
        while (acts.forgetOld() > 0) {
            // A thousand at a time.
        }

        assertThat(hers()).isEmpty();
    }
}
