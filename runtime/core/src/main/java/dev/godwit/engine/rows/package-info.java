/** Work on many rows of a table: some at a time, in an order in which an interrupted run goes on. */
@NullMarked
package dev.godwit.engine.rows;

import org.jspecify.annotations.NullMarked;
