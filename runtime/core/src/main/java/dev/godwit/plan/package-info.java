/** What a database will execute for a list of changes: steps, in groups that commit at once. */
@NullMarked
package dev.godwit.plan;

import org.jspecify.annotations.NullMarked;
