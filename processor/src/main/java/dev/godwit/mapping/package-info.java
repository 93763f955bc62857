/** From JPA entities, read at compile time, to the schema that Hibernate creates for them. */
@NullMarked
package dev.godwit.mapping;

import org.jspecify.annotations.NullMarked;
