/** The tables that Hibernate Envers adds to a model, as {@code org.hibernate.envers.configuration.internal.metadata} does. */
@NullMarked
package dev.godwit.mapping.audit;

import org.jspecify.annotations.NullMarked;
