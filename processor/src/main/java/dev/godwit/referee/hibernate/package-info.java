/**
 * Runs beside the user's own Hibernate, in a class loader of its own, without a database.
 *
 * <p>Compiled against Hibernate 7, and limited to what 6.6 has too; the few exceptions go through
 * {@link dev.godwit.referee.hibernate.Reflect}. Nothing outside of this package refers to Hibernate's types.
 */
@NullMarked
package dev.godwit.referee.hibernate;

import org.jspecify.annotations.NullMarked;
