/**
 * Differences between two schemas, as functions: each change knows when it may be applied, what it makes of a schema,
 * what undoes it, and what it touches. How a change is carried out on a database is not known here.
 */
@NullMarked
package dev.godwit.change;

import org.jspecify.annotations.NullMarked;
