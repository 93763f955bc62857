/**
 * The binders: from views of entity classes to bound tables and values, in the order in which Hibernate's
 * {@code org.hibernate.boot.model.internal} works, since that order decides which of two statements wins.
 */
@NullMarked
package dev.godwit.mapping.bind;

import org.jspecify.annotations.NullMarked;
