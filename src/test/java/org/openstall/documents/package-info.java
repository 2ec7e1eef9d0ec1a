@NullMarked
package org.openstall.documents;

import org.jspecify.annotations.NullMarked;
