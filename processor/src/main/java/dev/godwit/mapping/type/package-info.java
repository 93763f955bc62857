/**
 * Logical column types of basic values, as Hibernate chooses them from the Java type, the annotations and the settings.
 *
 * <p>Nothing here asks which database it is for: where Hibernate's dialects differ, the logical type is the one that
 * each dialect renders its own way.
 */
@NullMarked
package dev.godwit.mapping.type;

import org.jspecify.annotations.NullMarked;
