/** Finds what decides the mapping in a project's class path and resources, and says where it was found. */
@NullMarked
package dev.godwit.project.settings;

import org.jspecify.annotations.NullMarked;
