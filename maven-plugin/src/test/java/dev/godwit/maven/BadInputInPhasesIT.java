package dev.godwit.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.DatabaseKind;
import dev.godwit.maven.FreshProject.Build;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands in the way of two phases is named before anything is executed, and out of the way it goes on. */
class BadInputInPhasesIT {

    private FreshProject project;

    @ParameterizedTest
    @EnumSource(
            value = DatabaseKind.class,
            names = {"POSTGRESQL", "MARIADB"})
    void valuesThatCannotBeConverted(DatabaseKind kind) throws SQLException {
        project = FreshProject.named("bad-input-" + kind);
        try (TestDatabase database = Databases.fresh(kind)) {
            customer("@Column(nullable = false, length = 20) String points;");
            succeeds("godwit:init");
            succeeds("godwit:accept", "-Dgodwit.name=first_tables");
            succeeds(on(database, "godwit:migrate"));
            database.execute("insert into Customer (id, points) values (1, '10'), (2, 'ten'), (3, '30')");

            customer("""
                    @Column(name = "score", nullable = false)
                    @Backfill(
                            value = "cast(points as decimal(10))",
                            reverse = "concat('', score)",
                            reverseColumn = "points")
                    int points;""");
            succeeds("godwit:accept", "-Dgodwit.name=count_points");
            assertThat(refused(on(database, "godwit:migrate")).text())
                    .contains("GW3163: In the rows of Customer listed here score", "id = 2", "1 row");
            assertThat(database.triggers()).isEmpty();
            assertThat(rows(database, "select * from Customer order by id")).containsExactly("1 10", "2 ten", "3 30");

            database.execute("update Customer set points = '20' where id = 2");
            assertThat(succeeds(on(database, "godwit:migrate")).text()).contains("expanded (count points)");
            database.execute("insert into Customer (id, points) values (4, 'four')");
            assertThat(refused(on(database, "godwit:migrate", "-Dgodwit.phase=contract"))
                            .text())
                    .contains("GW3163: ", "id = 4", "Nothing was contracted.");
            database.execute("update Customer set score = 4 where id = 4");
            succeeds(on(database, "godwit:migrate", "-Dgodwit.phase=contract"));
            assertThat(database.triggers()).isEmpty();
            assertThat(rows(database, "select id, score from Customer order by id"))
                    .containsExactly("1 10", "2 20", "3 30", "4 4");
        }
    }

    private void customer(String attributes) {
        project.entity("Customer", "@Id Long id;\n" + attributes);
    }

    private static String[] on(TestDatabase database, String... goals) {
        List<String> arguments = new ArrayList<>(List.of(goals));
        arguments.add("-Dgodwit.url=" + database.url());
        arguments.add("-Dgodwit.user=" + database.user());
        arguments.add("-Dgodwit.password=" + database.password());
        return arguments.toArray(String[]::new);
    }

    private Build succeeds(String... arguments) {
        Build build = project.mvn(arguments);
        assertThat(build.ok()).withFailMessage(build::text).isTrue();
        return build;
    }

    private Build refused(String... arguments) {
        Build build = project.mvn(arguments);
        assertThat(build.ok()).withFailMessage(build::text).isFalse();
        return build;
    }

    private static List<String> rows(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1) + " " + result.getString(2));
            }
            return rows;
        }
    }
}
