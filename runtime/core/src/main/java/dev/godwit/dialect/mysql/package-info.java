/** How MySQL carries changes out. */
@NullMarked
package dev.godwit.dialect.mysql;

import org.jspecify.annotations.NullMarked;
