package org.openstall.ordering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Money;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.kernel.Utc;
import org.openstall.listings.OfferKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CartStore {
    private final JdbcClient db;

    CartStore(JdbcClient db) {
        this.db = db;
    }

    /** Says how many units are in the cart now. */
    int add(BuyerId buyer, CartLine line, int most) {
        Money seen = line.priceSeen();
        return db.sql("""
                with added as (
                    insert into ordering.cart_line
                           (buyer_id, marketplace_id, seller_id, sku, quantity, added_at, price_seen_minor, currency)
                    values (:buyer, :marketplace, :seller, :sku, least(:quantity, :most), :addedAt, :priceSeen,
                            :currency)
                        on conflict (buyer_id, marketplace_id, seller_id, sku) do update
                       set quantity = least(cart_line.quantity + excluded.quantity, :most),
                           price_seen_minor = excluded.price_seen_minor,
                           currency = excluded.currency
                    returning quantity)
                select added.quantity
                       + (select coalesce(sum(quantity), 0)
                            from ordering.cart_line
                           where buyer_id = :buyer
                             and marketplace_id = :marketplace
                             and (seller_id, sku) <> (:seller, :sku))
                  from added
                """)
                .param("buyer", buyer.value())
                .param("marketplace", line.offer().marketplace().value())
                .param("seller", line.offer().seller().value())
                .param("sku", line.offer().sku().value())
                .param("quantity", line.quantity())
                .param("most", most)
                .param("addedAt", Utc.of(line.addedAt()))
                .param("priceSeen", seen == null ? null : seen.minor(), Types.BIGINT)
                .param("currency", seen == null ? null : seen.currency().getCurrencyCode(), Types.VARCHAR)
                .query(Integer.class)
                .single();
    }

    void set(BuyerId buyer, OfferKey offer, int quantity) {
        db.sql("""
                update ordering.cart_line
                   set quantity = :quantity
                 where buyer_id = :buyer
                   and marketplace_id = :marketplace
                   and seller_id = :seller
                   and sku = :sku
                """)
                .param("buyer", buyer.value())
                .param("marketplace", offer.marketplace().value())
                .param("seller", offer.seller().value())
                .param("sku", offer.sku().value())
                .param("quantity", quantity)
                .update();
    }

    void remove(BuyerId buyer, OfferKey offer) {
        db.sql("""
                delete from ordering.cart_line
                 where buyer_id = :buyer
                   and marketplace_id = :marketplace
                   and seller_id = :seller
                   and sku = :sku
                """)
                .param("buyer", buyer.value())
                .param("marketplace", offer.marketplace().value())
                .param("seller", offer.seller().value())
                .param("sku", offer.sku().value())
                .update();
    }

    List<CartLine> lines(BuyerId buyer, MarketplaceId marketplace) {
        return db.sql("""
                select marketplace_id, seller_id, sku, quantity, added_at, price_seen_minor, currency
                  from ordering.cart_line
                 where buyer_id = :buyer
                   and marketplace_id = :marketplace
                 order by added_at, seller_id, sku
                """)
                .param("buyer", buyer.value())
                .param("marketplace", marketplace.value())
                .query(CartStore::line)
                .list();
    }

    /**
     * Claims a checkout and empties the cart for it; says what was in it. A second claimant waits for the first and then
     * gets nothing.
     */
    Optional<List<CartLine>> checkOut(BuyerId buyer, UUID checkout, MarketplaceId marketplace, Instant at) {
        // One row without a line for a claim of an empty cart.
        List<Optional<CartLine>> rows = db.sql("""
                with claimed as (
                    insert into ordering.checkout (buyer_id, checkout_id, placed_at)
                    values (:buyer, :checkout, :at)
                        on conflict (buyer_id, checkout_id) do nothing
                    returning buyer_id),
                emptied as (
                    delete from ordering.cart_line
                     where buyer_id = :buyer
                       and marketplace_id = :marketplace
                       and exists (select from claimed)
                    returning marketplace_id, seller_id, sku, quantity, added_at, price_seen_minor, currency)
                select marketplace_id, seller_id, sku, quantity, added_at, price_seen_minor, currency
                  from claimed
                  left join emptied on true
                """)
                .param("buyer", buyer.value())
                .param("checkout", checkout)
                .param("marketplace", marketplace.value())
                .param("at", Utc.of(at))
                .query((row, number) ->
                        row.getString("sku") == null ? Optional.<CartLine>empty() : Optional.of(line(row, number)))
                .list();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(rows.stream().flatMap(Optional::stream).toList());
    }

    List<CartLine> removeAll(BuyerId buyer) {
        return db.sql("""
                delete from ordering.cart_line
                 where buyer_id = :buyer
                returning marketplace_id, seller_id, sku, quantity, added_at, price_seen_minor, currency
                """).param("buyer", buyer.value()).query(CartStore::line).list();
    }

    private static CartLine line(ResultSet row, int number) throws SQLException {
        String currency = row.getString("currency");
        return new CartLine(
                new OfferKey(
                        new SellerId(row.getString("seller_id")),
                        new MarketplaceId(row.getString("marketplace_id")),
                        new Sku(row.getString("sku"))),
                row.getInt("quantity"),
                Utc.instant(row, "added_at"),
                currency == null ? null : Money.of(row.getLong("price_seen_minor"), currency));
    }
}
