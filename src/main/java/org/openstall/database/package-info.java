/**
 * The PostgreSQL that everything is kept in: one embedded under the data directory, or a server the operator
 * names. Promises that every module's migrations have run before anybody gets a connection, and that an embedded
 * database starts, stops and comes back with nothing lost. Knows no table but the ones the libraries bring.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package org.openstall.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
