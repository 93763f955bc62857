/** Random chains of migrations, forth and back and forth again, with rows. */
@NullMarked
package dev.godwit.engine.chains;

import org.jspecify.annotations.NullMarked;
