/** Rows from one database to another of whatever product, by the types that the schema says, and the proof that all came over. */
@NullMarked
package dev.godwit.engine.copy;

import org.jspecify.annotations.NullMarked;
