package dev.godwit.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.maven.FreshProject.Build;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rename from one release to the next and back, in a fresh project, while both versions write. */
class PhasesIT {

    private FreshProject project;
    private String jdbc;

    @BeforeEach
    void setUp() {
        project = FreshProject.named("phases");
    }

    @Test
    void onPostgresql() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            jdbc = server.getJdbcUrl("postgres", "postgres");
            firstRelease();
            secondReleaseExpands();
            bothVersionsWrite();
            thirdReleaseContracts();
            backInTwoPhases();
        }
    }

    private void firstRelease() throws SQLException {
        customer("@Column(nullable = false) String name;");
        succeeds("godwit:init");
        succeeds("godwit:accept", "-Dgodwit.name=first_tables");
        assertThat(migrate()).doesNotContain("held back");
        execute("insert into customer (id, name) values (1, 'Ada'), (2, 'Bo')");
    }

    private void secondReleaseExpands() {
        customer("@RenamedFrom(\"name\") @Column(nullable = false) String fullName;");
        succeeds("godwit:accept", "-Dgodwit.name=rename_name");
        assertThat(succeeds("godwit:plan", url()).text())
                .contains("rename name (forward, then expanded)")
                .contains("-- left for later:");
        assertThat(migrate())
                .contains("expanded (rename name), contract still to come", ": 1 migration expanded [")
                .contains("rename name is held back (expanded): the version before it may still run")
                .contains("Released by: godwit:migrate of a later release");
        for (int again = 0; again < 2; again++) {
            assertThat(migrate()).contains("Nothing to do.");
        }
        assertThat(status())
                .contains("\"upToDate\":true")
                .contains("\"description\":\"rename name\",\"state\":\"expanded\"")
                .contains("\"differences\":[]");
    }

    private void bothVersionsWrite() throws SQLException {
        execute("insert into customer (id, name) values (3, 'Cher')");
        execute("insert into customer (id, fullName) values (4, 'Dee')");
        execute("update customer set name = 'Ada L' where id = 1");
        execute("update customer set fullName = 'Bo D' where id = 2");
        assertThat(rows("select id || name || fullName from customer order by id"))
                .containsExactly("1Ada LAda L", "2Bo DBo D", "3CherCher", "4DeeDee");
    }

    private void thirdReleaseContracts() throws SQLException {
        customer("@Column(nullable = false) String fullName;\nString email;");
        succeeds("godwit:accept", "-Dgodwit.name=add_email");
        assertThat(migrate())
                .contains("rename name is held back (expanded)")
                .contains("was written by the old version");
        assertThat(succeeds("godwit:migrate", url(), "-Dgodwit.phase=contract").text())
                .doesNotContain("is held back");
        assertThat(status()).contains("\"description\":\"rename name\",\"state\":\"applied\"");
        assertThat(rows("select fullName from customer order by id")).containsExactly("Ada L", "Bo D", "Cher", "Dee");
        assertThat(columns()).doesNotContain("name").contains("fullname", "email");
    }

    private void backInTwoPhases() throws SQLException {
        succeeds("godwit:rollback", url());
        succeeds("godwit:rollback", url(), "-Dgodwit.phase=expand");
        assertThat(status()).contains("\"description\":\"rename name\",\"state\":\"receded\"");
        execute("insert into customer (id, name) values (5, 'Eve')");
        execute("insert into customer (id, fullName) values (6, 'Flo')");
        succeeds("godwit:rollback", url(), "-Dgodwit.phase=contract");
        assertThat(rows("select name from customer order by id"))
                .containsExactly("Ada L", "Bo D", "Cher", "Dee", "Eve", "Flo");
        assertThat(columns()).doesNotContain("fullname").contains("name");
    }

    private String migrate() {
        return succeeds("godwit:migrate", url()).text();
    }

    private String status() {
        return succeeds("godwit:status", url(), "-Dgodwit.format=json").json();
    }

    private String url() {
        return "-Dgodwit.url=" + jdbc;
    }

    private Build succeeds(String... arguments) {
        Build build = project.mvn(arguments);
        assertThat(build.ok()).withFailMessage(build::text).isTrue();
        return build;
    }

    private void customer(String attributes) {
        project.entity("Customer", "@Id Long id;\n" + attributes);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbc);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> columns() throws SQLException {
        return rows("select column_name from information_schema.columns where table_name = 'customer'");
    }

    private List<String> rows(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbc);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }
}
