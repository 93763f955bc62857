/**
 * Reads what a live database holds, as facts that can be compared: the same product's words for the same thing, in
 * whatever way it was made.
 */
@NullMarked
package dev.godwit.introspect;

import org.jspecify.annotations.NullMarked;
