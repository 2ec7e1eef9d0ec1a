package org.openstall.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.Page;
import org.openstall.kernel.ProductId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Sku;
import org.openstall.kernel.TimeKey;
import org.openstall.kernel.Utc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ProposalStore {
    private final JdbcClient db;
    private final JsonMapper json = new JsonMapper();

    ProposalStore(JdbcClient db) {
        this.db = db;
    }

    /** Says whether it is new; one of the same id stays as it is. */
    boolean add(Proposal proposal) {
        return db.sql("""
                insert into catalog.proposal
                       (seller_id, proposal_id, marketplace_id, page, offer, proposed_by, proposed_at, stage)
                values (:seller, :id, :marketplace, :page::jsonb, :offer::jsonb, :proposedBy, :proposedAt, 'WAITING')
                on conflict (seller_id, proposal_id) do nothing
                """)
                        .param("seller", proposal.key().seller().value())
                        .param("id", proposal.key().id())
                        .param("marketplace", proposal.marketplace().value())
                        .param("page", json.writeValueAsString(proposal.page()))
                        .param("offer", proposal.offer())
                        .param("proposedBy", proposal.proposedBy())
                        .param("proposedAt", Utc.of(proposal.proposedAt()))
                        .update()
                == 1;
    }

    Optional<Proposal> find(ProposalKey key) {
        return db.sql("""
                select seller_id, proposal_id, marketplace_id, page, offer, proposed_by, proposed_at, stage, product_id,
                       decided_by, decided_at, reason
                  from catalog.proposal
                 where seller_id = :seller
                   and proposal_id = :id
                """)
                .param("seller", key.seller().value())
                .param("id", key.id())
                .query(this::proposal)
                .optional();
    }

    Map<Sku, Proposal> last(SellerId seller, MarketplaceId marketplace, Collection<Sku> skus) {
        Map<Sku, Proposal> last = new HashMap<>();
        db.sql("""
                select distinct on (offer ->> 'sku')
                       offer ->> 'sku' as sku,
                       seller_id, proposal_id, marketplace_id, page, offer, proposed_by, proposed_at, stage, product_id,
                       decided_by, decided_at, reason
                  from catalog.proposal
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and offer ->> 'sku' = any(:skus)
                   and offer is not null
                 order by offer ->> 'sku', stage = 'WAITING' desc, proposed_at desc
                """)
                .param("seller", seller.value())
                .param("marketplace", marketplace.value())
                .param("skus", skus.stream().map(Sku::value).toArray(String[]::new))
                .query(row -> {
                    last.put(new Sku(row.getString("sku")), proposal(row, row.getRow()));
                });
        return last;
    }

    /** The newest first. */
    Page<Proposal> of(SellerId seller, @Nullable String after, int size) {
        return page(
                db.sql("""
                select seller_id, proposal_id, marketplace_id, page, offer, proposed_by, proposed_at, stage, product_id,
                       decided_by, decided_at, reason
                  from catalog.proposal
                 where seller_id = :seller
                   and (proposed_at, proposal_id) < (:at, :id)
                 order by proposed_at desc, proposal_id desc
                 limit :size
                """).param("seller", seller.value()),
                TimeKey.parse(after, TimeKey.NEWEST),
                size,
                Proposal::proposedAt);
    }

    /** The oldest first. */
    Page<Proposal> waiting(@Nullable String after, int size) {
        return page(db.sql("""
                select seller_id, proposal_id, marketplace_id, page, offer, proposed_by, proposed_at, stage, product_id,
                       decided_by, decided_at, reason
                  from catalog.proposal
                 where stage = 'WAITING'
                   and (proposed_at, proposal_id) > (:at, :id)
                 order by proposed_at, proposal_id
                 limit :size
                """), TimeKey.parse(after, TimeKey.OLDEST), size, Proposal::proposedAt);
    }

    /** Those decided last first. */
    Page<Proposal> decided(@Nullable String after, int size) {
        return page(db.sql("""
                select seller_id, proposal_id, marketplace_id, page, offer, proposed_by, proposed_at, stage, product_id,
                       decided_by, decided_at, reason
                  from catalog.proposal
                 where stage <> 'WAITING'
                   and stage <> 'WITHDRAWN'
                   and (decided_at, proposal_id) < (:at, :id)
                 order by decided_at desc, proposal_id desc
                 limit :size
                """), TimeKey.parse(after, TimeKey.NEWEST), size, Proposal::movedAt);
    }

    private Page<Proposal> page(
            JdbcClient.StatementSpec query, TimeKey from, int size, Function<Proposal, Instant> time) {
        return Page.cut(
                query.param("at", Utc.of(from.at()))
                        .param("id", from.uuid())
                        .param("size", size + 1)
                        .query(this::proposal)
                        .list(),
                size,
                it -> new TimeKey(time.apply(it), it.key().id().toString()).toString());
    }

    int countWaiting() {
        return db.sql("""
                select count(*)
                  from catalog.proposal
                 where stage = 'WAITING'
                """).query(Integer.class).single();
    }

    /** Says how many rows were changed: none if somebody has decided already. */
    int decide(ProposalKey key, Proposal.Stage stage, @Nullable ProductId product, Proposal.Decision decision) {
        return db.sql("""
                update catalog.proposal
                   set stage = :stage, product_id = :product, decided_by = :by, decided_at = :at, reason = :reason
                 where seller_id = :seller
                   and proposal_id = :id
                   and stage = 'WAITING'
                """)
                .param("stage", stage.name())
                .param("product", product == null ? null : product.value())
                .param("by", decision.by())
                .param("at", Utc.of(decision.at()))
                .param("reason", decision.reason())
                .param("seller", key.seller().value())
                .param("id", key.id())
                .update();
    }

    /** Says how many rows were changed: none if there is a page, or will be none. */
    int saveOffer(ProposalKey key, String offer) {
        return db.sql("""
                update catalog.proposal
                   set offer = :offer::jsonb
                 where seller_id = :seller
                   and proposal_id = :id
                   and stage in ('WAITING', 'APPROVED')
                   and product_id is null
                """)
                .param("offer", offer)
                .param("seller", key.seller().value())
                .param("id", key.id())
                .update();
    }

    /** Notes the page of an approved proposal; says how many rows were changed: none if it is noted already. */
    int settle(ProposalKey key, ProductId product) {
        return db.sql("""
                update catalog.proposal
                   set product_id = :product
                 where seller_id = :seller
                   and proposal_id = :id
                   and stage = 'APPROVED'
                   and product_id is null
                """)
                .param("product", product.value())
                .param("seller", key.seller().value())
                .param("id", key.id())
                .update();
    }

    private Proposal proposal(ResultSet row, int number) throws SQLException {
        String product = row.getString("product_id");
        String decidedBy = row.getString("decided_by");
        String reason = row.getString("reason");
        return new Proposal(
                new ProposalKey(new SellerId(row.getString("seller_id")), row.getObject("proposal_id", UUID.class)),
                new MarketplaceId(row.getString("marketplace_id")),
                json.readValue(row.getString("page"), NewProduct.class),
                row.getString("offer"),
                row.getString("proposed_by"),
                Utc.instant(row, "proposed_at"),
                Proposal.Stage.valueOf(row.getString("stage")),
                product == null ? null : new ProductId(product),
                decidedBy == null
                        ? null
                        : new Proposal.Decision(
                                decidedBy, Utc.instant(row, "decided_at"), reason == null ? "" : reason));
    }
}
