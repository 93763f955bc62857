package dev.godwit.dialect;

import dev.godwit.change.DatabaseKind;
import dev.godwit.dialect.h2.H2Dialect;
import dev.godwit.dialect.mariadb.MariadbDialect;
import dev.godwit.dialect.mysql.MysqlDialect;
import dev.godwit.dialect.postgresql.PostgresqlDialect;
import dev.godwit.dialect.standard.Version;
import java.sql.Connection;
import java.sql.SQLException;

/** Finds the dialect of a database. */
public final class Dialects {

    private Dialects() {}

    /**
     * The dialect of the database behind a connection.
     *
     * @throws DialectException {@code GW3110} when Godwit does not know the product, {@code GW3111} when the version is
     *     older than those it supports
     */
    public static Dialect of(Connection connection) throws SQLException {
        return of(Product.of(connection));
    }

    /** The dialect of a product in its version. */
    public static Dialect of(Product product) {
        return of(product.kind(), product.version());
    }

    /** The dialect of a product in the version that most would use, for SQL that no database will see. */
    public static Dialect of(DatabaseKind kind) {
        return switch (kind) {
            case POSTGRESQL -> new PostgresqlDialect(PostgresqlDialect.DEFAULT_VERSION);
            case MARIADB -> new MariadbDialect(MariadbDialect.DEFAULT_VERSION);
            case MYSQL -> new MysqlDialect(MysqlDialect.DEFAULT_VERSION);
            case H2 -> new H2Dialect(H2Dialect.DEFAULT_VERSION);
        };
    }

    /** The dialect of a product in a version. */
    public static Dialect of(DatabaseKind kind, int major, int minor) {
        return of(kind, new Version(major, minor));
    }

    private static Dialect of(DatabaseKind kind, Version version) {
        return switch (kind) {
            case POSTGRESQL -> new PostgresqlDialect(version);
            case MARIADB -> new MariadbDialect(version);
            case MYSQL -> new MysqlDialect(version);
            case H2 -> new H2Dialect(version);
        };
    }
}
