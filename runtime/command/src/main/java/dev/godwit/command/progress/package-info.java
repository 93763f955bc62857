/** How commands tell what happens while they work. */
@NullMarked
package dev.godwit.command.progress;

import org.jspecify.annotations.NullMarked;
