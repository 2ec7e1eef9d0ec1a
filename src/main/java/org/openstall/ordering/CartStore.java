package org.openstall.ordering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.BuyerId;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Money;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.kernel.Utc;
import org.openstall.listings.OfferKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A cart is a row for each buyer and marketplace, with its lines by seller and SKU. */
@Repository
class CartStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Line>> LINES = new TypeReference<>() {};
    private static final Comparator<CartLine> ORDER =
            Comparator.comparing(CartLine::addedAt).thenComparing(CartLine::offer);

    private final JdbcClient db;

    CartStore(JdbcClient db) {
        this.db = db;
    }

    /** As it is kept; the price in the smallest unit of its currency. */
    private record Line(
            int quantity,
            Instant addedAt,
            @Nullable Long priceSeen,
            @Nullable String currency) {

        static Line of(CartLine line, int most) {
            Money seen = line.priceSeen();
            return new Line(
                    Math.min(line.quantity(), most),
                    line.addedAt(),
                    seen == null ? null : seen.minor(),
                    seen == null ? null : seen.currency().getCurrencyCode());
        }

        CartLine with(OfferKey offer) {
            return new CartLine(
                    offer,
                    quantity,
                    addedAt,
                    priceSeen == null || currency == null ? null : Money.of(priceSeen, currency));
        }
    }

    /** Says how many units are in the cart now. */
    int add(BuyerId buyer, CartLine line, int most) {
        String lines = db.sql("""
                insert into ordering.cart as cart (buyer_id, marketplace_id, lines)
                values (:buyer, :marketplace, jsonb_build_object(cast(:key as text), cast(:line as jsonb)))
                    on conflict (buyer_id, marketplace_id) do update
                   set lines = cart.lines
                               || case
                                      when cart.lines -> cast(:key as text) is null then excluded.lines
                                      else jsonb_build_object(
                                               cast(:key as text),
                                               cast(:line as jsonb)
                                                   || jsonb_build_object(
                                                          'addedAt', cart.lines -> cast(:key as text) -> 'addedAt',
                                                          'quantity', least(
                                                              cast(cart.lines -> cast(:key as text) ->> 'quantity'
                                                                       as integer) + :quantity,
                                                              :most)))
                                  end
                returning lines
                """)
                .param("buyer", buyer.value())
                .param("marketplace", line.offer().marketplace().value())
                .param("key", key(line.offer()))
                .param("line", JSON.writeValueAsString(Line.of(line, most)))
                .param("quantity", line.quantity())
                .param("most", most)
                .query(String.class)
                .single();
        return JSON.readValue(lines, LINES).values().stream()
                .mapToInt(Line::quantity)
                .sum();
    }

    void set(BuyerId buyer, OfferKey offer, int quantity) {
        db.sql("""
                update ordering.cart
                   set lines = jsonb_set(lines, array[:key, 'quantity'], to_jsonb(cast(:quantity as integer)), false)
                 where buyer_id = :buyer
                   and marketplace_id = :marketplace
                """)
                .param("buyer", buyer.value())
                .param("marketplace", offer.marketplace().value())
                .param("key", key(offer))
                .param("quantity", quantity)
                .update();
    }

    void remove(BuyerId buyer, OfferKey offer) {
        db.sql("""
                update ordering.cart
                   set lines = lines - cast(:key as text)
                 where buyer_id = :buyer
                   and marketplace_id = :marketplace
                """)
                .param("buyer", buyer.value())
                .param("marketplace", offer.marketplace().value())
                .param("key", key(offer))
                .update();
    }

    List<CartLine> lines(BuyerId buyer, MarketplaceId marketplace) {
        return db.sql("""
                select marketplace_id, lines
                  from ordering.cart
                 where buyer_id = :buyer
                   and marketplace_id = :marketplace
                """)
                .param("buyer", buyer.value())
                .param("marketplace", marketplace.value())
                .query(CartStore::cart)
                .optional()
                .orElse(List.of());
    }

    /**
     * Claims a checkout and empties the cart for it; says what was in it. A second claimant waits for the first and then
     * gets nothing.
     */
    Optional<List<CartLine>> checkOut(BuyerId buyer, UUID checkout, MarketplaceId marketplace, Instant at) {
        return db.sql("""
                with claimed as (
                    insert into ordering.checkout (buyer_id, checkout_id, placed_at)
                    values (:buyer, :checkout, :at)
                        on conflict (buyer_id, checkout_id) do nothing
                    returning buyer_id),
                filled as (
                    select buyer_id, marketplace_id, lines
                      from ordering.cart
                     where buyer_id = (select buyer_id from claimed)
                       and marketplace_id = :marketplace
                       for update),
                emptied as (
                    update ordering.cart
                       set lines = '{}'
                      from filled
                     where cart.buyer_id = filled.buyer_id
                       and cart.marketplace_id = filled.marketplace_id)
                select cast(:marketplace as text) as marketplace_id, coalesce(filled.lines, '{}') as lines
                  from claimed
                  left join filled on true
                """)
                .param("buyer", buyer.value())
                .param("checkout", checkout)
                .param("marketplace", marketplace.value())
                .param("at", Utc.of(at))
                .query(CartStore::cart)
                .optional();
    }

    List<CartLine> removeAll(BuyerId buyer) {
        return db.sql("""
                delete from ordering.cart
                 where buyer_id = :buyer
                returning marketplace_id, lines
                """).param("buyer", buyer.value()).query(CartStore::cart).list().stream()
                .flatMap(List::stream)
                .toList();
    }

    private static String key(OfferKey offer) {
        return offer.seller() + " " + offer.sku();
    }

    /** In the order in which the lines were added. */
    private static List<CartLine> cart(ResultSet row, int number) throws SQLException {
        MarketplaceId marketplace = new MarketplaceId(row.getString("marketplace_id"));
        return JSON.readValue(row.getString("lines"), LINES).entrySet().stream()
                .map(it -> it.getValue().with(offer(it.getKey(), marketplace)))
                .sorted(ORDER)
                .toList();
    }

    private static OfferKey offer(String key, MarketplaceId marketplace) {
        int space = key.indexOf(' ');
        return new OfferKey(new SellerId(key.substring(0, space)), marketplace, new Sku(key.substring(space + 1)));
    }
}
