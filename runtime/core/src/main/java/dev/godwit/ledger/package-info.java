/**
 * The committed order of a project's migrations, {@code META-INF/godwit/migrations}, and the fingerprints in it.
 *
 * <p>The ledger is what the runtime reads instead of searching the class path, and where two branches that both add a
 * migration conflict.
 */
@NullMarked
package dev.godwit.ledger;

import org.jspecify.annotations.NullMarked;
