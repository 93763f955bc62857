/** Manoeuvres as data: the entities before and after, the migration between, and how to tell that no value went astray. */
@NullMarked
package dev.godwit.traffic.manoeuvre;

import org.jspecify.annotations.NullMarked;
