@NullMarked
package org.openstall.listings;

import org.jspecify.annotations.NullMarked;
