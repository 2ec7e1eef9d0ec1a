/** The base that tests stand on, and the tests of rules that hold for the whole program. */
@NullMarked
package org.openstall;

import org.jspecify.annotations.NullMarked;
