/** Repeatables: which of them a run has to take away, and which it has to run. */
@NullMarked
package dev.godwit.engine.repeat;

import org.jspecify.annotations.NullMarked;
