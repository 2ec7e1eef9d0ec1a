@NullMarked
package org.openstall.feeds;

import org.jspecify.annotations.NullMarked;
