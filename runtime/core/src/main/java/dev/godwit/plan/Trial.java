package dev.godwit.plan;

/**
 * Values that are computed for every row of a table and thrown away again, before anything relies on them. A condition
 * would not do: MariaDB and MySQL take what they cannot compute for an error only where it is stored.
 *
 * @param prepare creates a table that this session alone sees
 * @param insert an INSERT of the values into that table; empty key and no address: of all rows at once
 * @param batched whether rows can be told apart
 * @param cleanUp drops the table
 * @param invalid what to tell when no row is needed for the database to refuse: a code, what is wrong, the ways out
 */
public record Trial(String prepare, Work.Fill insert, boolean batched, String cleanUp, String invalid) {}
