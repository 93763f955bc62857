/**
 * The model while it is being bound: tables, values and entities that the binders fill in several passes, as
 * {@code org.hibernate.mapping} is filled by {@code org.hibernate.boot}. Mutable, and never seen outside the mapping.
 */
@NullMarked
package dev.godwit.mapping.bound;

import org.jspecify.annotations.NullMarked;
