/**
 * What users of Godwit write against: {@link dev.godwit.Migration} and the vocabulary of migrations, and the annotations
 * that tell the processor about renames and backfills.
 */
@NullMarked
package dev.godwit;

import org.jspecify.annotations.NullMarked;
