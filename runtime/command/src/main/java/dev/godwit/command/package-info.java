/**
 * The commands that touch a database: parameters in, a report out. Build tools and the command line share them, and each
 * brings its own {@link dev.godwit.command.Deployment}.
 */
@NullMarked
package dev.godwit.command;

import org.jspecify.annotations.NullMarked;
