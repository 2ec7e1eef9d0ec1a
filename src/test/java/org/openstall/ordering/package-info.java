@NullMarked
package org.openstall.ordering;

import org.jspecify.annotations.NullMarked;
