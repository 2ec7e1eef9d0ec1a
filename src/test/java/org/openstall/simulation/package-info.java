@NullMarked
package org.openstall.simulation;

import org.jspecify.annotations.NullMarked;
