/**
 * Files that sellers bring and take: kept in a directory under the data, described in the database. Promises that a
 * file passes through in a stream whatever its size, that one described is there in full, and that nobody but its
 * seller gets it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package org.openstall.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
