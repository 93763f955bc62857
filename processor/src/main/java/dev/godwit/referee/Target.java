package dev.godwit.referee;

import dev.godwit.change.DatabaseKind;
import dev.godwit.dialect.Dialect;
import dev.godwit.dialect.Dialects;
import dev.godwit.dialect.h2.H2Dialect;
import dev.godwit.dialect.mariadb.MariadbDialect;
import dev.godwit.dialect.mysql.MysqlDialect;
import dev.godwit.dialect.postgresql.PostgresqlDialect;
import dev.godwit.dialect.standard.Version;
import java.util.List;

/** A database product that schemas are compared for, in one version. */
public record Target(DatabaseKind kind, int major, int minor) {

    /** What is compared for when there is no connection to say otherwise. */
    public static final List<Target> DEFAULTS =
            List.of(of(DatabaseKind.POSTGRESQL), of(DatabaseKind.MARIADB), of(DatabaseKind.H2));

    /** The version that plans are made for without a connection. */
    public static Target of(DatabaseKind kind) {
        Version version = switch (kind) {
            case POSTGRESQL -> PostgresqlDialect.DEFAULT_VERSION;
            case MARIADB -> MariadbDialect.DEFAULT_VERSION;
            case MYSQL -> MysqlDialect.DEFAULT_VERSION;
            case H2 -> H2Dialect.DEFAULT_VERSION;
        };
        return new Target(kind, version.major(), version.minor());
    }

    /** The product's name as its driver reports it, which Hibernate chooses a dialect by. */
    String product() {
        return switch (kind) {
            case POSTGRESQL -> "PostgreSQL";
            case MARIADB -> "MariaDB";
            case MYSQL -> "MySQL";
            case H2 -> "H2";
        };
    }

    Dialect dialect() {
        return Dialects.of(kind, major, minor);
    }
}
