@NullMarked
package org.openstall.catalog;

import org.jspecify.annotations.NullMarked;
