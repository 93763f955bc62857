/** What Godwit itself costs, beside the database: run by {@code -Pbench}. */
@NullMarked
package dev.godwit.engine.bench;

import org.jspecify.annotations.NullMarked;
