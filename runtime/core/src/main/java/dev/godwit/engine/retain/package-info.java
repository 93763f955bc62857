/** What a database keeps of what migrations drop: decisions, restoring, age, purging. */
@NullMarked
package dev.godwit.engine.retain;

import org.jspecify.annotations.NullMarked;
