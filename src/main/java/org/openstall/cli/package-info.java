/**
 * The program as it is started from a shell: {@code serve} and the commands beside it. Promises one exit code and
 * one sentence for whatever happens, and settings by the same {@code --name=value} everywhere. A command is any
 * class of the program annotated with picocli's {@code @Command}; it implements {@code Callable<Integer>}, gets
 * beans through its constructor and needs no registration; one whose constructor takes nothing runs at once, without
 * the program and its database.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database"})
package org.openstall.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
