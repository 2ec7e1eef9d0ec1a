@NullMarked
package org.openstall.kernel;

import org.jspecify.annotations.NullMarked;
