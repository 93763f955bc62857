/** Migrations in the ledger's order, and what a database still lacks of them. */
@NullMarked
package dev.godwit.engine.chain;

import org.jspecify.annotations.NullMarked;
