/** What writers pay while triggers keep two columns in step. */
@NullMarked
package dev.godwit.traffic.cost;

import org.jspecify.annotations.NullMarked;
