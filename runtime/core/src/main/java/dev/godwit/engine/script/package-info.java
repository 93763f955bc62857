/** A run written as SQL for people who run it by hand, with the rows that the engine would write. */
@NullMarked
package dev.godwit.engine.script;

import org.jspecify.annotations.NullMarked;
