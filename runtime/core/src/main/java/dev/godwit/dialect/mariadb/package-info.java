/** How MariaDB carries changes out. */
@NullMarked
package dev.godwit.dialect.mariadb;

import org.jspecify.annotations.NullMarked;
