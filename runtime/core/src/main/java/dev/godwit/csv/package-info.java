/** CSV files as records, each with its line. */
@NullMarked
package dev.godwit.csv;

import org.jspecify.annotations.NullMarked;
