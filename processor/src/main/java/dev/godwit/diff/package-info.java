/** The way from the snapshot to the model: ordered changes, the way back, and what a person should know about them. */
@NullMarked
package dev.godwit.diff;

import org.jspecify.annotations.NullMarked;
