package org.openstall.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.openstall.kernel.Money;
import org.openstall.kernel.OrderId;
import org.openstall.kernel.SellerId;
import org.openstall.kernel.Utc;
import org.openstall.kernel.Writes;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PaymentStore {
    private final JdbcClient db;
    private final Writes writes;

    PaymentStore(JdbcClient db, Writes writes) {
        this.db = db;
        this.writes = writes;
    }

    /** A payment with the provider's name for what is held. */
    record Held(Payment payment, String reference) {}

    /** Opens a payment and posts what it does to the ledger. */
    void add(Payment payment, String reference, LedgerTransaction transaction) {
        writes.add(
                """
                insert into payments.payment
                       (seller_id, order_id, amount_minor, currency, label, state, reference, authorized_at)
                values (:seller, :order, :amount, :currency, :label, :state, :reference, :at)
                """,
                new MapSqlParameterSource()
                        .addValue("seller", payment.seller().value())
                        .addValue("order", payment.order().value())
                        .addValue("amount", payment.amount().minor())
                        .addValue("currency", payment.amount().currency().getCurrencyCode())
                        .addValue("label", payment.label())
                        .addValue("state", payment.state().name())
                        .addValue("reference", reference)
                        .addValue("at", Utc.of(payment.authorizedAt())));
        post(List.of(transaction));
    }

    List<Held> move(SellerId seller, List<OrderId> orders, Payment.State from, Payment.State to, Instant at) {
        return db.sql("""
                update payments.payment
                   set state = :to,
                       captured_at = case when :to = 'CAPTURED' then :at end
                 where seller_id = :seller
                   and order_id = any(:orders)
                   and state = :from
                returning seller_id, order_id, amount_minor, currency, label, state, reference, authorized_at,
                          captured_at
                """)
                .param("seller", seller.value())
                .param("orders", orders.stream().map(OrderId::value).toArray(String[]::new))
                .param("from", from.name())
                .param("to", to.name())
                .param("at", Utc.of(at))
                .query((row, number) -> new Held(payment(row), row.getString("reference")))
                .list();
    }

    List<Payment> find(SellerId seller, List<OrderId> orders) {
        return db.sql("""
                select seller_id, order_id, amount_minor, currency, label, state, authorized_at, captured_at
                  from payments.payment
                 where seller_id = :seller
                   and order_id = any(:orders)
                """)
                .param("seller", seller.value())
                .param("orders", orders.stream().map(OrderId::value).toArray(String[]::new))
                .query((row, number) -> payment(row))
                .list();
    }

    Optional<Payment> find(SellerId seller, OrderId order) {
        return db.sql("""
                select seller_id, order_id, amount_minor, currency, label, state, authorized_at, captured_at
                  from payments.payment
                 where seller_id = :seller
                   and order_id = :order
                """)
                .param("seller", seller.value())
                .param("order", order.value())
                .query((row, number) -> payment(row))
                .optional();
    }

    void post(List<LedgerTransaction> transactions) {
        writes.add("""
                insert into payments.ledger_entry
                       (seller_id, transaction_id, account, amount_minor, currency, order_id, kind, posted_at)
                select :seller, :transaction, account, amount, :currency, :order, :kind, :at
                  from unnest(:accounts, :amounts) as entry (account, amount)
                """, transactions.stream().map(PaymentStore::parameters).toArray(SqlParameterSource[]::new));
    }

    private static MapSqlParameterSource parameters(LedgerTransaction transaction) {
        List<Map.Entry<LedgerAccount, Money>> entries = transaction.entries().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList();
        return new MapSqlParameterSource()
                .addValue("seller", transaction.seller().value())
                .addValue("transaction", transaction.id())
                .addValue("currency", entries.getFirst().getValue().currency().getCurrencyCode())
                .addValue("order", transaction.order().value())
                .addValue("kind", transaction.kind().name())
                .addValue("at", Utc.of(transaction.postedAt()))
                .addValue(
                        "accounts",
                        entries.stream().map(it -> it.getKey().name()).toArray(String[]::new))
                .addValue(
                        "amounts",
                        entries.stream().map(it -> it.getValue().minor()).toArray(Long[]::new));
    }

    /** Transactions whose entries do not add up to zero, and payments whose money is not where its state says. */
    void differences(Consumer<String> differences) {
        db.sql("""
                select 'Ledger transaction ' || transaction_id || ' of seller ' || seller_id
                       || ' is off balance by ' || sum(amount_minor) as difference
                  from payments.ledger_entry
                 group by seller_id, transaction_id
                having sum(amount_minor) <> 0
                union all
                select 'Payment of order ' || p.order_id || ' of seller ' || p.seller_id || ' is ' || p.state
                       || ' with ' || p.amount_minor || ', but the ledger holds '
                       || coalesce(sum(l.amount_minor), 0) || ' as receivable'
                  from payments.payment p
                  left join payments.ledger_entry l
                    on l.seller_id = p.seller_id
                   and l.order_id = p.order_id
                   and l.account = 'BUYER_RECEIVABLE'
                 group by p.seller_id, p.order_id, p.state, p.amount_minor
                having coalesce(sum(l.amount_minor), 0) <> case when p.state = 'AUTHORIZED' then p.amount_minor else 0 end
                 order by 1
                """).query(row -> {
            differences.accept(row.getString("difference"));
        });
    }

    long countPayments() {
        return db.sql("select count(*) from payments.payment").query(Long.class).single();
    }

    private static Payment payment(ResultSet row) throws SQLException {
        return new Payment(
                new SellerId(row.getString("seller_id")),
                new OrderId(row.getString("order_id")),
                Money.of(row.getLong("amount_minor"), row.getString("currency")),
                row.getString("label"),
                Payment.State.valueOf(row.getString("state")),
                Utc.instant(row, "authorized_at"),
                Utc.nullable(row, "captured_at"));
    }
}
