package org.openstall.payments;

import jakarta.annotation.Priority;
import java.util.function.Consumer;
import org.openstall.kernel.Audit;
import org.springframework.stereotype.Component;

/** Adds the ledger up: every transaction to zero, and what buyers still owe to the payments not yet taken. */
@Component
@Priority(3)
class LedgerAudit implements Audit {
    private final PaymentStore store;

    LedgerAudit(PaymentStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "Ledger and payments";
    }

    @Override
    public long run(Consumer<String> differences) {
        store.differences(differences);
        return store.countPayments();
    }
}
