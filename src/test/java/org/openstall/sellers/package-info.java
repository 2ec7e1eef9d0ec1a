@NullMarked
package org.openstall.sellers;

import org.jspecify.annotations.NullMarked;
