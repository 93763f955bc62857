package dev.godwit.benchmarks.subject;

import org.flywaydb.core.Flyway;

/** Flyway, with the same migrations as SQL files. */
public final class FlywayMigrate {

    private FlywayMigrate() {}

    /** @param arguments URL, user, password, the directory of the migrations */
    public static void main(String[] arguments) {
        Cost cost = new Cost();
        Flyway.configure()
                .dataSource(arguments[0], arguments[1], arguments[2])
                .locations("filesystem:" + arguments[3] + "/sql")
                .load()
                .migrate();
        cost.print();
    }
}
