/**
 * What to know about a migration before it runs: one rule per class, each with a code, the reason and the safe way.
 *
 * <p>What a dialect carries out safely by itself, such as an index on a table in use, is no hazard and has no rule.
 */
@NullMarked
package dev.godwit.hazard;

import org.jspecify.annotations.NullMarked;
