@NullMarked
package org.openstall.database;

import org.jspecify.annotations.NullMarked;
