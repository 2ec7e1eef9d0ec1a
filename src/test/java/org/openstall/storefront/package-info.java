@NullMarked
package org.openstall.storefront;

import org.jspecify.annotations.NullMarked;
