@NullMarked
package org.openstall.story;

import org.jspecify.annotations.NullMarked;
