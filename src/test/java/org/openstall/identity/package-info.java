@NullMarked
package org.openstall.identity;

import org.jspecify.annotations.NullMarked;
