/** What the engine tells while it works. */
@NullMarked
package dev.godwit.engine.event;

import org.jspecify.annotations.NullMarked;
