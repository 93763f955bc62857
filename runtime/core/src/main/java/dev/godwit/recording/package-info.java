/** Turns a migration's {@code up} and {@code down} into lists of changes, without a database. */
@NullMarked
package dev.godwit.recording;

import org.jspecify.annotations.NullMarked;
