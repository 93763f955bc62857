/**
 * What the dialects share. A dialect is a subclass of {@link dev.godwit.dialect.standard.StandardDialect} that hands over
 * four parts: how names are written, how types are written, how definitions are written, and which steps carry a change
 * out. Each part has a standard form here; a dialect states what its database does otherwise.
 */
@NullMarked
package dev.godwit.dialect.standard;

import org.jspecify.annotations.NullMarked;
