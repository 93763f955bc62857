/**
 * What passes between the referee and the code that runs beside the user's Hibernate. The two live in different class
 * loaders, so only types of this package, of {@code dev.godwit.schema} and of the JDK pass.
 */
@NullMarked
package dev.godwit.referee.boot;

import org.jspecify.annotations.NullMarked;
