/**
 * What a model says about a database: immutable values without any knowledge of a database product.
 *
 * <p>This package and {@code dev.godwit.change} import nothing but each other and the JDK.
 */
@NullMarked
package dev.godwit.schema;

import org.jspecify.annotations.NullMarked;
