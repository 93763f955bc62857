/** Rows that belong to the schema: as files declare them, as the snapshot has them, and what leads from one to the other. */
@NullMarked
package dev.godwit.data;

import org.jspecify.annotations.NullMarked;
