@NullMarked
package org.openstall.health;

import org.jspecify.annotations.NullMarked;
