/** Two versions of a Hibernate application at work while their database is migrated: see README.md. */
@NullMarked
package dev.godwit.traffic;

import org.jspecify.annotations.NullMarked;
