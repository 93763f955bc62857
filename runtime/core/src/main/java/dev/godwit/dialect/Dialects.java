package dev.godwit.dialect;

import dev.godwit.change.DatabaseKind;
import dev.godwit.dialect.h2.H2Dialect;
import dev.godwit.dialect.mariadb.MariadbDialect;
import dev.godwit.dialect.mysql.MysqlDialect;
import dev.godwit.dialect.postgresql.PostgresqlDialect;
import dev.godwit.dialect.standard.Version;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the dialect of a database. */
public final class Dialects {

    private static final Version OLDEST_POSTGRESQL = new Version(14, 0);
    private static final Version OLDEST_MARIADB = new Version(10, 6);
    private static final Version OLDEST_MYSQL = new Version(8, 0);
    private static final Version OLDEST_H2 = new Version(2, 0);

    /** MariaDB's version as MySQL's driver shows it: {@code 5.5.5-10.11.6-MariaDB}. */
    private static final Pattern MARIADB_VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\.\\d+-MariaDB");

    private Dialects() {}

    /**
     * The dialect of the database behind a connection.
     *
     * @throws DialectException {@code GW3110} when Godwit does not know the product, {@code GW3111} when the version is
     *     older than those it supports
     */
    public static Dialect of(Connection connection) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        String product = metaData.getDatabaseProductName();
        Version version = new Version(metaData.getDatabaseMajorVersion(), metaData.getDatabaseMinorVersion());
        return switch (product.toLowerCase(Locale.ROOT)) {
            case "postgresql" -> new PostgresqlDialect(supported(product, version, OLDEST_POSTGRESQL));
            case "mariadb" -> new MariadbDialect(supported(product, version, OLDEST_MARIADB));
            case "mysql" -> mysql(metaData.getDatabaseProductVersion(), version);
            case "h2" -> new H2Dialect(supported(product, version, OLDEST_H2));
            default -> throw Refusals.unknownProduct(product);
        };
    }

    private static Dialect mysql(String text, Version version) {
        return mariadbVersion(text)
                .<Dialect>map(mariadb -> new MariadbDialect(supported("MariaDB", mariadb, OLDEST_MARIADB)))
                .orElseGet(() -> new MysqlDialect(supported("MySQL", version, OLDEST_MYSQL)));
    }

    private static Optional<Version> mariadbVersion(String text) {
        Matcher matcher = MARIADB_VERSION.matcher(text);
        return matcher.find()
                ? Optional.of(new Version(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    private static Version supported(String product, Version version, Version oldest) {
        if (!version.isAtLeast(oldest)) {
            throw Refusals.tooOld(product, version.toString(), oldest.toString());
        }
        return version;
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
        Version version = new Version(major, minor);
        return switch (kind) {
            case POSTGRESQL -> new PostgresqlDialect(version);
            case MARIADB -> new MariadbDialect(version);
            case MYSQL -> new MysqlDialect(version);
            case H2 -> new H2Dialect(version);
        };
    }
}
