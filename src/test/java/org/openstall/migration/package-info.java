@NullMarked
package org.openstall.migration;

import org.jspecify.annotations.NullMarked;
