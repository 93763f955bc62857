/**
 * Compares the schema that Godwit derived with the one that the user's own Hibernate would create, offline.
 *
 * <p>{@code boot} is what passes between the two class loaders, {@code hibernate} runs beside Hibernate; this package
 * asks, turns both schemas into facts and compares them.
 */
@NullMarked
package dev.godwit.referee;

import org.jspecify.annotations.NullMarked;
