@NullMarked
package org.openstall.search;

import org.jspecify.annotations.NullMarked;
