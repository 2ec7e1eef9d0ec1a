/**
 * Money: what buyers have authorised, and a double-entry ledger of what is whose. Promises that every ledger
 * transaction balances and that asking the payment provider twice moves money once. A buyer is charged when his
 * order ships, as card schemes expect; until then an authorisation only holds the amount and lapses by itself.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "sellers"})
package org.openstall.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
