package dev.godwit.change;

/** The database products that a statement in raw SQL can be meant for. */
public enum DatabaseKind {
    POSTGRESQL,
    MARIADB,
    MYSQL,
    H2
}
