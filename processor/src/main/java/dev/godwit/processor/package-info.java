/** The annotation processor: from a compilation's entities to {@code PendingMigration.java} and messages at elements. */
@NullMarked
package dev.godwit.processor;

import org.jspecify.annotations.NullMarked;
