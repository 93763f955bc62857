/**
 * A live database held against a schema, fact by fact. Expressions and types are compared as the server itself prints
 * them: what is expected is created beside, on the same server, read back, and taken away again.
 */
@NullMarked
package dev.godwit.drift;

import org.jspecify.annotations.NullMarked;
