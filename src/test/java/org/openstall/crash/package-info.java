/** Kills the program at the worst moments and looks at what is left. */
@NullMarked
package org.openstall.crash;

import org.jspecify.annotations.NullMarked;
