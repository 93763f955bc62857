package dev.godwit.ledger;

/**
 * The rows that belong to the schema of one table, as the migrations leave them.
 *
 * @param table as users write names
 * @param hash of the rows
 */
public record DataLine(String table, String hash) {}
