/**
 * What the mapping hands to the differ: a schema, and beside it what the schema itself must not know, such as the
 * attribute that a column comes from and the renames that the entities declare.
 */
@NullMarked
package dev.godwit.model;

import org.jspecify.annotations.NullMarked;
