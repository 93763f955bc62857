/** A migrating JVM that is killed, and what has to be true after the next run. */
@NullMarked
package dev.godwit.engine.kill;

import org.jspecify.annotations.NullMarked;
