/** The command line: the commands that touch a database, on an application's own jar. */
@NullMarked
package dev.godwit.cli;

import org.jspecify.annotations.NullMarked;
