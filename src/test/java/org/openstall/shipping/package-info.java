@NullMarked
package org.openstall.shipping;

import org.jspecify.annotations.NullMarked;
