@NullMarked
package org.openstall.wording;

import org.jspecify.annotations.NullMarked;
