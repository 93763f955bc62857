/** The goals themselves, one class each, for plugins of any build tool: from a module and parameters to a report. */
@NullMarked
package dev.godwit.goal;

import org.jspecify.annotations.NullMarked;
