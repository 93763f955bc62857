/**
 * A view of entity classes and their annotations, over {@code javax.lang.model}.
 *
 * <p>Nothing downstream reads an annotation mirror: what is asked here may come from an annotation or from a mapping
 * file. Every view is made once per element.
 */
@NullMarked
package dev.godwit.mapping.read;

import org.jspecify.annotations.NullMarked;
