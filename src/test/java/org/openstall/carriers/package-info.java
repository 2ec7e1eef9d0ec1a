@NullMarked
package org.openstall.carriers;

import org.jspecify.annotations.NullMarked;
