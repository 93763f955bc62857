package dev.godwit.benchmarks.subject;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;

/** Liquibase, with the same migrations as one changelog of formatted SQL. */
public final class LiquibaseUpdate {

    private LiquibaseUpdate() {}

    /** @param arguments URL, user, password, the directory of the migrations */
    public static void main(String[] arguments) throws Exception {
        Cost cost = new Cost();
        try (Connection connection = DriverManager.getConnection(arguments[0], arguments[1], arguments[2]);
                DirectoryResourceAccessor files = new DirectoryResourceAccessor(Path.of(arguments[3]))) {
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            new Liquibase("changelog.sql", files, database).update(new Contexts());
        }
        cost.print();
    }
}
