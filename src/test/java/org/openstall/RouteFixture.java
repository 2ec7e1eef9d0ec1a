package org.openstall;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.openstall.carriers.Aggregators;
import org.openstall.catalog.ChangeKey;
import org.openstall.catalog.Pictures;
import org.openstall.catalog.ProposalKey;
import org.openstall.feeds.FeedKind;
import org.openstall.feeds.FeedSettings;
import org.openstall.feeds.Feeds;
import org.openstall.feeds.NewFeed;
import org.openstall.identity.User;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Offer;
import org.openstall.marketplaces.Marketplaces;
import org.openstall.notifications.MailFixture;
import org.openstall.notifications.MailKey;
import org.openstall.ordering.Order;
import org.openstall.shipping.Templates;

/** Two buyers, two sellers and an operator, with one of everything that has an address of its own. */
final class RouteFixture {
    static final String NO_ORDER = "000-0000000-0000000";

    final User omar;
    final User olga;
    final User nadia;
    final User noel;
    final User iris;
    final Offer nadiasOffer;
    final Offer noelsOffer;
    final Order omarsOrder;
    final Order olgasOrder;
    final Order shippedOrder;
    final MailKey aboutOmarsOrder;
    final ChangeKey nadiasChange;
    final ChangeKey noelsChange;
    final ProposalKey nadiasProposal;
    final ProposalKey noelsProposal;
    final String nadiasTemplate;
    final String noelsTemplate;
    final UUID nadiasFile;
    final UUID noelsFile;
    final UUID aggregator = UUID.randomUUID();
    final String picture;

    RouteFixture(
            MarketFixture market,
            MailFixture mail,
            Templates templates,
            Feeds feeds,
            Pictures pictures,
            Aggregators aggregators) {
        aggregators.add(aggregator, "Paket Radar", "Iris");
        omar = market.user("Omar");
        olga = market.user("Olga");
        SellerId nadias = market.seller("Nadia's Kitchen");
        SellerId noels = market.seller("Noel's Kitchen");
        nadia = market.userOf(nadias, "Nadia");
        noel = market.userOf(noels, "Noel");
        iris = market.operator("Iris");
        nadiasOffer = market.offer(nadias, "NADIAS-KETTLE", "Kettle", "49.90", 9);
        noelsOffer = market.offer(noels, "NOELS-PAN", "Pan", "29.90", 9);
        nadiasTemplate = template(templates, nadias);
        noelsTemplate = template(templates, noels);
        nadiasFile = file(feeds, nadias);
        noelsFile = file(feeds, noels);
        omarsOrder = market.order(market.buyer(omar), nadiasOffer);
        olgasOrder = market.order(market.buyer(olga), noelsOffer);
        shippedOrder = market.order(market.buyer(omar), nadiasOffer);
        market.ship(shippedOrder);
        market.ship(olgasOrder);
        market.deliver(olgasOrder);
        aboutOmarsOrder = mail.aboutSale(omarsOrder);
        nadiasChange = market.changeRequest(nadias, nadiasOffer.product(), "A better title");
        noelsChange = market.changeRequest(noels, noelsOffer.product(), "Another title");
        nadiasProposal = market.proposal(nadias, "A kettle nobody has").key();
        noelsProposal = market.proposal(noels, "A pan nobody has").key();
        market.leaveFeedback(market.buyer(olga), olgasOrder.id(), 1, "Broken");
        picture = picture(pictures);
    }

    private static String template(Templates templates, SellerId seller) {
        templates.create(
                seller,
                Marketplaces.US,
                "Everything",
                templates.usual(Marketplaces.US).rates());
        return "/seller/shipping/templates/"
                + templates.of(seller, Marketplaces.US).getFirst().id();
    }

    private static UUID file(Feeds feeds, SellerId seller) {
        NewFeed feed = new NewFeed(
                seller,
                UUID.randomUUID(),
                Marketplaces.US,
                FeedKind.PRICE_AND_QUANTITY,
                false,
                FeedSettings.USUAL,
                "Anybody");
        try {
            return feeds.submit(feed, "file.txt", new ByteArrayInputStream(new byte[] {1}));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String picture(Pictures pictures) {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(500, 500, BufferedImage.TYPE_INT_RGB), "png", png);
            return switch (pictures.keep(png.toByteArray())) {
                case Pictures.Result.Kept kept -> kept.address();
                case Pictures.Result.Refused refused -> throw new AssertionError(refused);
            };
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
