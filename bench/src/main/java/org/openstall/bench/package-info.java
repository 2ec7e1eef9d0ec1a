/**
 * Measures the running program from outside, as its visitors would: over HTTP, with the load generator on the same
 * machine. Beside each checkout it measures what the database alone could do with the same rows. Nothing of this is
 * part of the program or of its tests.
 */
@NullMarked
package org.openstall.bench;

import org.jspecify.annotations.NullMarked;
