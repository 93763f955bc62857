package dev.godwit.referee;

import dev.godwit.dialect.Dialect;

/**
 * A database product that schemas are compared for.
 *
 * @param dialect how Godwit writes for it
 * @param major version that Hibernate is told
 * @param minor version that Hibernate is told
 */
public record Target(Dialect dialect, int major, int minor) {

    /** The product's name as its driver reports it, which Hibernate chooses a dialect by. */
    String product() {
        return switch (dialect.kind()) {
            case POSTGRESQL -> "PostgreSQL";
            case MARIADB -> "MariaDB";
            case MYSQL -> "MySQL";
            case H2 -> "H2";
        };
    }
}
