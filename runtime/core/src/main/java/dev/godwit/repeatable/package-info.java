/** Views, functions and extensions: SQL that runs again when its text has changed. */
@NullMarked
package dev.godwit.repeatable;

import org.jspecify.annotations.NullMarked;
