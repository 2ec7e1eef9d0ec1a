/**
 * Users and how they sign in: passwords, new ones for forgotten ones, sessions kept in the database, and who may open
 * which part of the program. Promises that neither signing in nor asking for a new password tells, by answer or time,
 * who has an account, that guessing is slowed down over all nodes together, and that browsing without signing in never
 * touches the session tables. Whoever needs the person behind a request asks for {@link SignedIn}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package org.openstall.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
