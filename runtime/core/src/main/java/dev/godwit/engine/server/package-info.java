/** What differs between database servers for the engine itself: sessions, locks, and what an error means. */
@NullMarked
package dev.godwit.engine.server;

import org.jspecify.annotations.NullMarked;
