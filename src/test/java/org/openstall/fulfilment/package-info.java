@NullMarked
package org.openstall.fulfilment;

import org.jspecify.annotations.NullMarked;
