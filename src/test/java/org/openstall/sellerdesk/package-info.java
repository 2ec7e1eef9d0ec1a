/** Tests of the seller's desk, as a browser sees it. */
@NullMarked
package org.openstall.sellerdesk;

import org.jspecify.annotations.NullMarked;
