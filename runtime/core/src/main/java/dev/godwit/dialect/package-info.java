/** How each database carries changes out: one package per database, to be written by reading another one. */
@NullMarked
package dev.godwit.dialect;

import org.jspecify.annotations.NullMarked;
