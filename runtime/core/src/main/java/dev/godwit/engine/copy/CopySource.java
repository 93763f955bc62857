package dev.godwit.engine.copy;

import dev.godwit.dialect.Dialect;
import java.sql.Connection;

/**
 * The database that rows come from.
 *
 * @param connection in a transaction that sees one state throughout, where the product can
 */
public record CopySource(Connection connection, Dialect dialect) {}
