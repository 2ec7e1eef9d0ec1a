@NullMarked
package org.openstall.marketplaces;

import org.jspecify.annotations.NullMarked;
