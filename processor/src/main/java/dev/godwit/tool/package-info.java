/**
 * What the goals of every build tool need: the model read from source files, migrations compiled and loaded, a
 * connection through the user's own driver, parameters, reports.
 */
@NullMarked
package dev.godwit.tool;

import org.jspecify.annotations.NullMarked;
