package dev.godwit.dialect;

import dev.godwit.change.DatabaseKind;
import dev.godwit.dialect.standard.Version;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A database product in a version that Godwit supports: what is known of a connection before its dialect is made. */
public record Product(DatabaseKind kind, Version version) {

    private static final Version OLDEST_POSTGRESQL = new Version(14, 0);
    private static final Version OLDEST_MARIADB = new Version(10, 6);
    private static final Version OLDEST_MYSQL = new Version(8, 0);
    private static final Version OLDEST_H2 = new Version(2, 0);

    /**
     * The product behind a connection.
     *
     * @throws DialectException {@code GW3110} when Godwit does not know the product, {@code GW3111} when the version is
     *     older than those it supports
     */
    public static Product of(Connection connection) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        String name = metaData.getDatabaseProductName();
        Version version = new Version(metaData.getDatabaseMajorVersion(), metaData.getDatabaseMinorVersion());
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "postgresql" -> supported(DatabaseKind.POSTGRESQL, name, version, OLDEST_POSTGRESQL);
            case "mariadb" -> supported(DatabaseKind.MARIADB, name, version, OLDEST_MARIADB);
            case "mysql" -> mysql(metaData.getDatabaseProductVersion(), version);
            case "h2" -> supported(DatabaseKind.H2, name, version, OLDEST_H2);
            default -> throw Refusals.unknownProduct(name);
        };
    }

    /** MySQL's driver shows a MariaDB in its version: {@code 5.5.5-10.11.6-MariaDB}. */
    private static Product mysql(String text, Version version) {
        Matcher mariadb = Pattern.compile("(\\d+)\\.(\\d+)\\.\\d+-MariaDB").matcher(text);
        if (!mariadb.find()) {
            return supported(DatabaseKind.MYSQL, "MySQL", version, OLDEST_MYSQL);
        }
        Version real = new Version(Integer.parseInt(mariadb.group(1)), Integer.parseInt(mariadb.group(2)));
        return supported(DatabaseKind.MARIADB, "MariaDB", real, OLDEST_MARIADB);
    }

    private static Product supported(DatabaseKind kind, String name, Version version, Version oldest) {
        if (!version.isAtLeast(oldest)) {
            throw Refusals.tooOld(name, version.toString(), oldest.toString());
        }
        return new Product(kind, version);
    }
}
