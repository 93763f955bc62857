/**
 * What goals do with a project's committed files, whatever the build tool: accepting a difference as a migration,
 * sealing an edited one, checking that everything holds together.
 */
@NullMarked
package dev.godwit.project;

import org.jspecify.annotations.NullMarked;
