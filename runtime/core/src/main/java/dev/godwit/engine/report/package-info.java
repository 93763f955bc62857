/** What the engine answers, as values to print or to compare. */
@NullMarked
package dev.godwit.engine.report;

import org.jspecify.annotations.NullMarked;
