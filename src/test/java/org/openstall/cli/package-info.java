@NullMarked
package org.openstall.cli;

import org.jspecify.annotations.NullMarked;
