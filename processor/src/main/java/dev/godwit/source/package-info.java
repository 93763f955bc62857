/** Changes as the source of a migration: typed, readable, as long as the change and no longer. */
@NullMarked
package dev.godwit.source;

import org.jspecify.annotations.NullMarked;
