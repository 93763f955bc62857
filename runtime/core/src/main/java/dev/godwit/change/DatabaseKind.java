package dev.godwit.change;

/** The database products that a statement in raw SQL can be meant for. */
public enum DatabaseKind {
    POSTGRESQL("PostgreSQL"),
    MARIADB("MariaDB"),
    MYSQL("MySQL"),
    H2("H2");

    private final String title;

    DatabaseKind(String title) {
        this.title = title;
    }

    /** The product's name, as people write it. */
    public String title() {
        return title;
    }
}
