/**
 * Names as Hibernate gives them: an implicit strategy makes a logical name where the mapping states none, a physical
 * strategy turns each logical name into the one in the database, and constraints without a name get a hashed one.
 */
@NullMarked
package dev.godwit.mapping.naming;

import org.jspecify.annotations.NullMarked;
