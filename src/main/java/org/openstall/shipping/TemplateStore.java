package org.openstall.shipping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openstall.kernel.MarketplaceId;
import org.openstall.kernel.SellerId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class TemplateStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Rate>> RATES = new TypeReference<>() {};

    private final JdbcClient db;

    TemplateStore(JdbcClient db) {
        this.db = db;
    }

    /** What sellers have made, those of each by name; a seller who has made none is not in the map. */
    Map<SellerId, List<Template>> of(Collection<SellerId> sellers, MarketplaceId marketplace) {
        record Row(SellerId seller, Template template) {}
        return db
                .sql("""
                select seller_id, template_id, marketplace_id, name, is_default, version, rates
                  from shipping.template
                 where seller_id = any(:sellers)
                   and marketplace_id = :marketplace
                 order by seller_id, lower(name), template_id
                """)
                .param("sellers", sellers.stream().map(SellerId::value).toArray(String[]::new))
                .param("marketplace", marketplace.value())
                .query((row, number) -> new Row(new SellerId(row.getString("seller_id")), template(row, number)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::seller, Collectors.mapping(Row::template, Collectors.toList())));
    }

    /** What sellers have set; one who has set nothing is not in the map. */
    Map<SellerId, Templates.Settings> settings(Collection<SellerId> sellers, MarketplaceId marketplace) {
        Map<SellerId, Templates.Settings> settings = new HashMap<>();
        db.sql("""
                select seller_id, cut_off, handling_least, handling_most
                  from shipping.settings
                 where seller_id = any(:sellers)
                   and marketplace_id = :marketplace
                 order by seller_id
                """)
                .param("sellers", sellers.stream().map(SellerId::value).toArray(String[]::new))
                .param("marketplace", marketplace.value())
                .query(row -> {
                    settings.put(
                            new SellerId(row.getString("seller_id")),
                            new Templates.Settings(row.getObject("cut_off", LocalTime.class), handling(row)));
                });
        return settings;
    }

    private static Promise.@Nullable Handling handling(ResultSet row) throws SQLException {
        Integer most = row.getObject("handling_most", Integer.class);
        return most == null ? null : new Promise.Handling(row.getInt("handling_least"), most);
    }

    Optional<Template> find(SellerId seller, UUID id) {
        return db.sql("""
                select template_id, marketplace_id, name, is_default, version, rates
                  from shipping.template
                 where seller_id = :seller
                   and template_id = :id
                """)
                .param("seller", seller.value())
                .param("id", id)
                .query(TemplateStore::template)
                .optional();
    }

    /** All of a seller's, none of which anybody else changes until the transaction ends. */
    List<Template> locked(SellerId seller, MarketplaceId marketplace) {
        return db.sql("""
                select template_id, marketplace_id, name, is_default, version, rates
                  from shipping.template
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                 order by template_id
                   for update
                """)
                .param("seller", seller.value())
                .param("marketplace", marketplace.value())
                .query(TemplateStore::template)
                .list();
    }

    /** @throws DuplicateKeyException if there is one of the name, or another default, in this moment */
    void add(SellerId seller, Template template) {
        db.sql("""
                insert into shipping.template
                       (seller_id, template_id, marketplace_id, name, is_default, version, rates)
                values (:seller, :id, :marketplace, :name, :isDefault, :version, cast(:rates as jsonb))
                """)
                .param("seller", seller.value())
                .param("id", template.id())
                .param("marketplace", template.marketplace().value())
                .param("name", template.name())
                .param("isDefault", template.isDefault())
                .param("version", template.version())
                .param("rates", JSON.writeValueAsString(template.rates()))
                .update();
    }

    /** False if it is not of the version that the given one follows. */
    boolean save(SellerId seller, Template template) {
        return db.sql("""
                        update shipping.template
                           set name = :name, version = :version, rates = cast(:rates as jsonb)
                         where seller_id = :seller
                           and template_id = :id
                           and version = :version - 1
                        """)
                        .param("seller", seller.value())
                        .param("id", template.id())
                        .param("name", template.name())
                        .param("version", template.version())
                        .param("rates", JSON.writeValueAsString(template.rates()))
                        .update()
                == 1;
    }

    void makeDefault(SellerId seller, MarketplaceId marketplace, UUID id) {
        db.sql("""
                update shipping.template
                   set is_default = false
                 where seller_id = :seller
                   and marketplace_id = :marketplace
                   and is_default
                """)
                .param("seller", seller.value())
                .param("marketplace", marketplace.value())
                .update();
        db.sql("""
                update shipping.template
                   set is_default = true
                 where seller_id = :seller
                   and template_id = :id
                """).param("seller", seller.value()).param("id", id).update();
    }

    void delete(SellerId seller, UUID id) {
        db.sql("""
                delete from shipping.template
                 where seller_id = :seller
                   and template_id = :id
                """).param("seller", seller.value()).param("id", id).update();
    }

    void saveCutOff(SellerId seller, MarketplaceId marketplace, LocalTime cutOff) {
        db.sql("""
                insert into shipping.settings (seller_id, marketplace_id, cut_off)
                values (:seller, :marketplace, :cutOff)
                on conflict (seller_id, marketplace_id) do update set cut_off = excluded.cut_off
                """)
                .param("seller", seller.value())
                .param("marketplace", marketplace.value())
                .param("cutOff", cutOff)
                .update();
    }

    void saveHandling(SellerId seller, MarketplaceId marketplace, Promise.@Nullable Handling handling) {
        db.sql("""
                insert into shipping.settings (seller_id, marketplace_id, handling_least, handling_most)
                values (:seller, :marketplace, :least, :most)
                on conflict (seller_id, marketplace_id) do update
                   set handling_least = excluded.handling_least, handling_most = excluded.handling_most
                """)
                .param("seller", seller.value())
                .param("marketplace", marketplace.value())
                .param("least", handling == null ? null : handling.least(), Types.INTEGER)
                .param("most", handling == null ? null : handling.most(), Types.INTEGER)
                .update();
    }

    private static Template template(ResultSet row, int number) throws SQLException {
        return new Template(
                row.getObject("template_id", UUID.class),
                new MarketplaceId(row.getString("marketplace_id")),
                row.getString("name"),
                row.getBoolean("is_default"),
                row.getInt("version"),
                JSON.readValue(row.getString("rates"), RATES));
    }
}
