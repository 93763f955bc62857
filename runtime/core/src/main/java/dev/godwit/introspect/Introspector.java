package dev.godwit.introspect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Reads a live database. */
public final class Introspector {

    private Introspector() {}

    /** What the connection's own schema holds. */
    public static LiveSchema read(Connection connection) throws SQLException {
        return read(connection, Set.of());
    }

    /**
     * What the connection's own schema and others hold.
     *
     * @param schemas further schemas (databases on MariaDB and MySQL), as the catalog writes them
     * @throws IllegalArgumentException when the product is unknown
     */
    public static LiveSchema read(Connection connection, Set<String> schemas) throws SQLException {
        Facts facts = new Facts(ownSchema(connection));
        Set<String> all = new TreeSet<>(schemas);
        all.add(facts.ownSchema());
        CatalogReader reader = reader(connection.getMetaData().getDatabaseProductName());
        for (String schema : all) {
            reader.read(new Catalog(connection, schema), facts);
        }
        return facts.schema();
    }

    /**
     * The names that are taken in the connection's own schema and in others.
     *
     * @param schemas further schemas, as the catalog writes them
     */
    public static Relations relations(Connection connection, Set<String> schemas) throws SQLException {
        Facts facts = new Facts(ownSchema(connection));
        CatalogReader.TakenNames queries =
                reader(connection.getMetaData().getDatabaseProductName()).takenNames();
        Set<String> tables = new HashSet<>();
        Set<String> sequences = new HashSet<>();
        Set<String> all = new TreeSet<>(schemas);
        all.add(facts.ownSchema());
        for (String schema : all) {
            Catalog catalog = new Catalog(connection, schema);
            catalog.query(queries.tables(), row -> tables.add(facts.qualified(schema, row.text(1))));
            catalog.query(queries.sequences(), row -> sequences.add(facts.qualified(schema, row.text(1))));
        }
        return new Relations(tables, sequences);
    }

    /**
     * The schema where unqualified names belong (the database on MariaDB and MySQL), as the catalog writes it.
     *
     * @throws IllegalArgumentException when the connection has none
     */
    public static String ownSchema(Connection connection) throws SQLException {
        String schema = connection.getSchema();
        String found = schema == null ? connection.getCatalog() : schema;
        if (found == null) {
            throw new IllegalArgumentException("The connection has no schema of its own: name one in the URL.");
        }
        return found;
    }

    private static CatalogReader reader(String product) {
        return switch (product.toLowerCase(Locale.ROOT)) {
            case "postgresql" -> new PostgresqlReader();
            case "mariadb" -> new MysqlReader(true);
            case "mysql" -> new MysqlReader(false);
            case "h2" -> new H2Reader();
            default -> throw new IllegalArgumentException("Nothing is known of " + product + ".");
        };
    }
}
