/** Brings databases forward and back along the ledger, whatever interrupts it. */
@NullMarked
package dev.godwit.engine;

import org.jspecify.annotations.NullMarked;
