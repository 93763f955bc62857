/** Real databases for the tests of every module: one server of each product per JVM, started when first asked for. */
@NullMarked
package dev.godwit.testing;

import org.jspecify.annotations.NullMarked;
