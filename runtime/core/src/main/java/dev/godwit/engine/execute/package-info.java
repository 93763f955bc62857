/** Executes the steps of a plan, group by group, with their journal. */
@NullMarked
package dev.godwit.engine.execute;

import org.jspecify.annotations.NullMarked;
