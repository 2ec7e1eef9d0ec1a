@NullMarked
package org.openstall.operatordesk;

import org.jspecify.annotations.NullMarked;
