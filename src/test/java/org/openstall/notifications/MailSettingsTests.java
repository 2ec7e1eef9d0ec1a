package org.openstall.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstall.MarketFixture;
import org.openstall.OpenstallTest;
import org.openstall.identity.User;
import org.openstall.kernel.MovableClock;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Offer;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.ordering.Order;
import org.openstall.pages.Language;
import org.springframework.beans.factory.annotation.Autowired;

/** What a seller wants to be written about, and where to. */
@OpenstallTest
class MailSettingsTests {
    @Autowired
    private MarketFixture market;

    @Autowired
    private MailFixture fixture;

    @Autowired
    private MailSettings settings;

    @Autowired
    private MovableClock clock;

    private User omar;
    private SellerId nadias;
    private User nadia;
    private Offer kettle;

    @BeforeEach
    void omar_buys_of_nadia() {
        clock.stopAt(MarketFixture.MONDAY);
        omar = market.user("Omar Haddad");
        nadias = market.seller("Nadia's Kitchen");
        nadia = market.userOf(nadias, "Nadia");
        kettle = market.offer(nadias, "KETTLE-1", "Gooseneck kettle", "49.90", 40);
    }

    @Test
    void what_a_seller_does_not_want_is_not_written() {
        settings.choose(nadias, List.of(nadia.email()), Language.ENGLISH, Set.of(MailKind.SALE_CANCELLED));
        Order order = market.order(market.buyer(omar), kettle);

        assertThat(fixture.about(order)).extracting(Mail::kind).containsExactly(MailKind.ORDER_PLACED);
    }

    @Test
    void a_seller_hears_what_is_wrong_with_an_address() {
        assertThat(settings.choose(nadias, List.of("nadia at home"), Language.ENGLISH, Set.of()))
                .contains(new MailSettings.Refusal(MailSettings.Problem.NOT_AN_ADDRESS, "nadia at home"));
        assertThat(settings.choose(nadias, List.of("a@b.example\r\nBcc: c@d.example"), Language.ENGLISH, Set.of()))
                .isPresent();
        assertThat(settings.choose(nadias, List.of(" "), Language.ENGLISH, Set.of(MailKind.SALE)))
                .contains(new MailSettings.Refusal(MailSettings.Problem.NO_ADDRESS, ""));
        assertThat(settings.choose(
                        nadias,
                        Stream.iterate(1, it -> it + 1)
                                .limit(6)
                                .map(it -> it + "@people.example")
                                .toList(),
                        Language.ENGLISH,
                        Set.of()))
                .contains(new MailSettings.Refusal(MailSettings.Problem.TOO_MANY, ""));
        assertThat(settings.of(nadias, Marketplaces.US).chosen()).isFalse();
    }
}
