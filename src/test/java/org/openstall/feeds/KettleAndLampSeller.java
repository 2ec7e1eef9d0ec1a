package org.openstall.feeds;

import org.junit.jupiter.api.BeforeEach;
import org.openstall.MarketFixture;
import org.openstall.kernel.SellerId;
import org.openstall.listings.Offer;
import org.springframework.beans.factory.annotation.Autowired;

/** Nadia, who sells 40 kettles for 49.90 dollars each and 3 lamps for 20.00, and keeps that in order by files. */
abstract class KettleAndLampSeller {
    @Autowired
    Feeds feeds;

    @Autowired
    FeedRunner runner;

    @Autowired
    MarketFixture market;

    SellerId nadia;
    SellerFiles files;

    /** As it was before any file came. */
    Offer kettle;

    /** As it was before any file came. */
    Offer lamp;

    @BeforeEach
    void nadia_sells_a_kettle_and_a_lamp() {
        nadia = market.seller("Nadia's Home");
        kettle = market.offer(nadia, "KETTLE", "Kettle", "49.90", 40);
        lamp = market.offer(nadia, "LAMP/1 é", "Lamp", "20.00", 3);
        files = new SellerFiles(feeds, runner, nadia);
    }
}
