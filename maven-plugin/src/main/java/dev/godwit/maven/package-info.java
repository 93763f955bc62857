/** The goals, one small class each; what a plugin of another build tool would need too is in the processor's artifact. */
@NullMarked
package dev.godwit.maven;

import org.jspecify.annotations.NullMarked;
