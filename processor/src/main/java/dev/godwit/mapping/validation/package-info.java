/**
 * What Bean Validation's constraints do to a schema where a provider is present: columns become NOT NULL, take lengths
 * and digits, and get checks, as by Hibernate's {@code TypeSafeActivator}.
 */
@NullMarked
package dev.godwit.mapping.validation;

import org.jspecify.annotations.NullMarked;
