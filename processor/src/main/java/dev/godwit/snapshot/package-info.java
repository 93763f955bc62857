/** The committed snapshot, {@code META-INF/godwit/schema.json}: the schema that the migrations lead to. */
@NullMarked
package dev.godwit.snapshot;

import org.jspecify.annotations.NullMarked;
