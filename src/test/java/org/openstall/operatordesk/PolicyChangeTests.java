package org.openstall.operatordesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.TestBrowser;
import org.openstall.TestBrowsers;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.marketplaces.Policy;
import org.springframework.beans.factory.annotation.Autowired;

/** Policies of Brazil, where no other test's orders depend on them. */
@OpenstallTest
class PolicyChangeTests {
    private static final String BRAZIL = "/operator/marketplaces/" + Marketplaces.BR;
    private static final String FEE = BRAZIL + "/policies/shipping-fee";
    private static final String MOST_UNITS = BRAZIL + "/policies/max-quantity-per-line";
    private static final String MEDIA_GIFTS = BRAZIL + "/policies/gifts-for-media";
    private static final String CANCEL_ALERT = BRAZIL + "/policies/cancel-alert";

    @Autowired
    private MarketFixture market;

    @Autowired
    private TestBrowsers browsers;

    @Autowired
    private Marketplaces marketplaces;

    private TestBrowser iris;

    @BeforeEach
    void iris_operates() {
        iris = browsers.openFor(market.operator("Iris"));
    }

    private static TestBrowser.Answer change(TestBrowser browser, String path, String seen, String value, String why) {
        return browser.post(path + "/changes", "expected", seen, "value", value, "reason", why);
    }

    private String inForce(String path) {
        return iris.get(path).find("name=\"expected\" value=\"([^\"]*)\"");
    }

    @Test
    void a_change_is_in_force_at_once_and_kept_with_who_and_why() {
        String wanted = inForce(FEE).equals("7.5") ? "8.25" : "7.5";

        TestBrowser.Answer answer = change(iris, FEE, inForce(FEE), wanted, "Postage has gone up");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo(BRAZIL);
        assertThat(marketplaces.policies(Marketplaces.BR).value(Policy.SHIPPING_FEE))
                .isEqualByComparingTo(new BigDecimal(wanted).movePointRight(2));
        assertThat(marketplaces.history(Marketplaces.BR).getFirst()).satisfies(it -> {
            assertThat(it.changedBy()).isEqualTo("Iris");
            assertThat(it.reason()).isEqualTo("Postage has gone up");
        });
        assertThat(iris.get(BRAZIL).text()).contains("Postage has gone up").contains("The policy has been changed.");
    }

    @Test
    void somebody_elses_change_meanwhile_is_shown_and_not_overwritten() {
        String seen = inForce(CANCEL_ALERT);
        TestBrowser ivo = browsers.openFor(market.operator("Ivo"));
        String ivos = seen.equals("1.5") ? "1.75" : "1.5";
        change(ivo, CANCEL_ALERT, seen, ivos, "Black Friday is near");

        TestBrowser.Answer answer = change(iris, CANCEL_ALERT, seen, "2.25", "Be kinder");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text())
                .contains("Ivo changed this policy while you had the page open. It is " + ivos + "% now")
                .contains("Black Friday is near")
                .contains("Be kinder");
        assertThat(inForce(CANCEL_ALERT)).isEqualTo(ivos);
        assertThat(change(iris, CANCEL_ALERT, ivos, "2", "Agreed with Ivo").status())
                .isEqualTo(303);
    }

    @Test
    void a_value_past_the_limits_is_refused_with_the_limits() {
        String before = inForce(MOST_UNITS);

        for (String bad : new String[] {"0", "10000", "-1", "2.5", "", "many", "1e9"}) {
            TestBrowser.Answer answer = change(iris, MOST_UNITS, before, bad, "Why not");
            assertThat(answer.status()).as(bad).isEqualTo(422);
            assertThat(answer.text()).contains("Enter a whole number from 1 to 9,999.");
        }
        assertThat(inForce(MOST_UNITS)).isEqualTo(before);
    }

    @Test
    void a_thousand_is_a_thousand_however_it_is_typed() {
        for (String thousand : new String[] {"1,000", "1000", "1,000.00"}) {
            change(iris, FEE, inForce(FEE), thousand, "Pianos are heavy");
            assertThat(inForce(FEE)).as(thousand).isEqualTo("1000");
            change(iris, FEE, inForce(FEE), "7,5", "Pianos are not sold any more");
            assertThat(inForce(FEE)).isEqualTo("7.5");
        }
    }

    @Test
    void an_amount_finer_than_the_money_is_refused_with_what_the_money_has() {
        TestBrowser.Answer answer = change(iris, FEE, inForce(FEE), "4.999", "Just below five");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Enter an amount from R$0.00 to R$10,000.00, with at most 2 decimals.");
    }

    @Test
    void a_switch_is_a_choice_of_yes_and_no() {
        String before = inForce(MEDIA_GIFTS);
        assertThat(iris.get(MEDIA_GIFTS).body()).contains("<select").doesNotContain("inputmode");
        assertThat(change(iris, MEDIA_GIFTS, before, "2", "Why not").text()).contains("Choose yes or no.");

        change(iris, MEDIA_GIFTS, before, "1", "Readers asked for it");

        assertThat(marketplaces.policies(Marketplaces.BR).isOn(Policy.GIFTS_FOR_MEDIA))
                .isTrue();
        assertThat(iris.get(BRAZIL).text()).contains("Yes");
        change(iris, MEDIA_GIFTS, "1", "0", "They did not buy them");
        assertThat(marketplaces.policies(Marketplaces.BR).isOn(Policy.GIFTS_FOR_MEDIA))
                .isFalse();
    }

    @Test
    void a_change_without_a_reason_is_refused_and_keeps_what_was_typed() {
        TestBrowser.Answer answer = change(iris, FEE, inForce(FEE), "6.25", "  ");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("value=\"6.25\"");
        assertThat(answer.text()).contains("Say why, in a sentence.");
    }

    @Test
    void the_history_is_taken_along_for_a_spreadsheet_as_numbers_with_their_unit() {
        String wanted = inForce(FEE).equals("7.75") ? "9.25" : "7.75";
        String before = inForce(FEE);
        change(iris, FEE, before, wanted, "=1+1, \"as agreed\"\nwith Ivo");
        String alert = inForce(CANCEL_ALERT).equals("1.25") ? "1.5" : "1.25";
        change(iris, CANCEL_ALERT, inForce(CANCEL_ALERT), alert, "Be strict");
        String switched = inForce(MEDIA_GIFTS).equals("0") ? "1" : "0";
        change(iris, MEDIA_GIFTS, inForce(MEDIA_GIFTS), switched, "Asked for");
        String fees = "%s,%s,BRL,Iris,\"'=1+1, \"\"as agreed\"\"\nwith Ivo\"".formatted(before, wanted);

        assertThat(iris.get(BRAZIL).body()).contains(BRAZIL + "?format=csv");
        TestBrowser.Answer all = iris.get(BRAZIL + "?format=csv");
        assertThat(all.header("content-disposition")).contains("policy-changes-BR.csv");
        assertThat(all.body())
                .startsWith("\uFEFFChanged at,Policy,From,To,Unit,Changed by,Why\r\n")
                .contains(fees, alert + ",percent,Iris,Be strict")
                .contains(switched.equals("1") ? "No,Yes,,Iris,Asked for" : "Yes,No,,Iris,Asked for")
                .containsPattern("\n2\\d{3}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[^,]*-03:00,");
        TestBrowser.Answer one = iris.get(FEE + "?format=csv");
        assertThat(one.header("content-disposition")).contains("policy-changes-BR-shipping-fee.csv");
        assertThat(one.body()).contains(fees).doesNotContain("Be strict");
        assertThat(change(iris, FEE, wanted, "many", "Why not").body()).contains(FEE + "?format=csv");
        assertThat(iris.speaking("ko").get(BRAZIL + "?format=csv").body())
                .startsWith("\uFEFF변경 일시,정책,변경 전,변경 후,단위,변경한 사람,사유\r\n")
                .contains(",퍼센트,");
        assertThat(iris.get("/operator/marketplaces/A000000000XX?format=csv").status())
                .isEqualTo(404);
        assertThat(iris.get(BRAZIL + "/policies/gravity?format=csv").status()).isEqualTo(404);
    }

    @Test
    void an_unknown_policy_does_not_exist() {
        assertThat(iris.get(BRAZIL + "/policies/gravity").status()).isEqualTo(404);
        assertThat(iris.get("/operator/marketplaces/A000000000XX").status()).isEqualTo(404);
    }

    @Test
    void every_policy_is_shown_with_value_limits_and_explanation_in_three_languages() {
        for (String language : new String[] {"en", "ko", "zh-TW"}) {
            String page = iris.speaking(language)
                    .get("/operator/marketplaces/" + Marketplaces.US)
                    .body();
            assertThat(page).doesNotContain("operator.");
            for (Policy policy : Policy.values()) {
                assertThat(page).contains("/policies/" + PolicyLine.key(policy) + '"');
            }
        }
    }
}
