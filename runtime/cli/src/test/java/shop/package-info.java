/** An application as its users would write it, outside of Godwit's own packages. */
@NullMarked
package shop;

import org.jspecify.annotations.NullMarked;
