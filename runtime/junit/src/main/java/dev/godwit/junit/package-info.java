/** Tests of migrations with JUnit. */
@NullMarked
package dev.godwit.junit;

import org.jspecify.annotations.NullMarked;
