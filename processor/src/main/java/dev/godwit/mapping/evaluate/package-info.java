/**
 * Reads values out of source code: what a converter makes of the constants of an enum, what the constants hold in a
 * field. Nothing is run: simple expressions are evaluated over the compiler's trees, anything else stays unknown.
 */
@NullMarked
package dev.godwit.mapping.evaluate;

import org.jspecify.annotations.NullMarked;
