@NullMarked
package org.openstall.notifications;

import org.jspecify.annotations.NullMarked;
