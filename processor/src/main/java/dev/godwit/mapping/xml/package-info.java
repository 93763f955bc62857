/**
 * Mapping files ({@code orm.xml}, Jakarta Persistence 3.2 section 12, and Hibernate's extensions of it) as annotations that
 * stand over those in source. The rules of what replaces what are those of {@code org.hibernate.boot.models.xml}.
 */
@NullMarked
package dev.godwit.mapping.xml;

import org.jspecify.annotations.NullMarked;
