/** A chain of migrations tried on a scratch database with rows: every {@code up}, its {@code down}, {@code up} again. */
@NullMarked
package dev.godwit.rehearsal;

import org.jspecify.annotations.NullMarked;
