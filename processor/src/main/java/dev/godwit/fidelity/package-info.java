/**
 * A command that derives the schema of models that nobody here wrote, many in one JVM, and writes the SQL of each one's
 * initial migration, so that anyone can compare it with Hibernate's.
 */
@NullMarked
package dev.godwit.fidelity;

import org.jspecify.annotations.NullMarked;
