/** Godwit's own tables: history, journal, run. */
@NullMarked
package dev.godwit.engine.store;

import org.jspecify.annotations.NullMarked;
