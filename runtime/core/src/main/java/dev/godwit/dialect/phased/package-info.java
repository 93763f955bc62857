/**
 * Changes taken apart into what a running version of an application does not mind, what has to wait until it is gone, and
 * what takes the first part back: columns that are kept in step meanwhile, and one class for each manoeuvre.
 */
@NullMarked
package dev.godwit.dialect.phased;

import org.jspecify.annotations.NullMarked;
