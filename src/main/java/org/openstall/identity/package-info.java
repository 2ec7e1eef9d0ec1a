/**
 * Users and how they sign in: passwords, sessions kept in the database, and who may open which part of the
 * program. Promises that a wrong password and an unknown e-mail look and cost the same, that guessing is slowed
 * down over all nodes together, and that browsing without signing in never touches the session tables. Whoever
 * needs the person behind a request asks for {@link SignedIn}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package org.openstall.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
