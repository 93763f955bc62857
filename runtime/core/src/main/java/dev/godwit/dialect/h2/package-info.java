/** How H2 carries changes out. */
@NullMarked
package dev.godwit.dialect.h2;

import org.jspecify.annotations.NullMarked;
