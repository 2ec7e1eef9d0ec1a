@NullMarked
package org.openstall.pages;

import org.jspecify.annotations.NullMarked;
