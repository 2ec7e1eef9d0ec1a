/**
 * Mail to buyers and sellers about their orders: written down in the transaction of what it tells of, once for each event
 * and address, and sent by a timer, again and again with growing pauses until the server takes it or the policy's tries
 * are used up. Promises that nothing is lost when the program dies at any moment, and that what is sent again then
 * carries the same {@code Message-ID}, by which mail programs drop the second copy. Without a mail server every mail is
 * kept as one that would have been sent. Mail about accounts, such as links for a new password, is sent apart from all
 * that and kept by nobody.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "marketplaces",
            "identity",
            "sellers",
            "pages",
            "shipping",
            "payments",
            "ordering",
            "fulfilment"
        })
package org.openstall.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
