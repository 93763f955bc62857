/** What can go wrong in the engine, each with a code and the next step. */
@NullMarked
package dev.godwit.engine.problem;

import org.jspecify.annotations.NullMarked;
