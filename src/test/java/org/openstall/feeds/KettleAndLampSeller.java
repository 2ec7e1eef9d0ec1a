package org.openstall.feeds;

import org.junit.jupiter.api.BeforeEach;
import org.openstall.MarketFixture;
import org.openstall.TestPostgresql;
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

    /** As many more offers of the same kettle, KETTLE-1 and so on. */
    void addKettles(int many) {
        TestPostgresql.jdbcClient()
                .sql("""
                insert into listings.offer
                       (seller_id, marketplace_id, sku, product_id, condition, price_minor, currency, quantity, open,
                        suppressions, opened_at, reviewed_at, ranked)
                select seller_id, marketplace_id, 'KETTLE-' || number, product_id, condition, price_minor, currency,
                       quantity, open, suppressions, opened_at, reviewed_at, ranked
                  from listings.offer
                 cross join generate_series(1, :many) as number
                 where seller_id = :seller
                   and sku = 'KETTLE'
                """)
                .param("seller", nadia.value())
                .param("many", many)
                .update();
    }
}
