/** How PostgreSQL carries changes out. */
@NullMarked
package dev.godwit.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
