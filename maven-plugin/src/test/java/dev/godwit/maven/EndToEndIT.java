package dev.godwit.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.maven.FreshProject.Build;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From an edited entity to a migrated database and back, in a fresh project. */
class EndToEndIT {

    private FreshProject project;

    @BeforeEach
    void setUp() {
        project = FreshProject.named("end-to-end");
        customer("@Column(nullable = false) String name;");
        project.entity("Purchase", """
                @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
                @ManyToOne(optional = false) Customer customer;
                """);
    }

    @Test
    void onH2() {
        wholeWay("-Dgodwit.url=jdbc:h2:./target/shop");
    }

    @Test
    void onPostgresql() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            wholeWay("-Dgodwit.url=" + server.getJdbcUrl("postgres", "postgres"));
        }
    }

    private void wholeWay(String url) {
        succeeds("godwit:init");
        Map<String, String> before = project.files();
        Build pending = project.mvn("godwit:check");
        assertThat(pending.ok()).isFalse();
        assertThat(pending.text()).contains("GW5040: ").contains("Purchase: create");
        assertThat(project.files()).isEqualTo(before);

        succeeds("godwit:accept", "-Dgodwit.name=first_tables", "-Dgodwit.why=We begin.");
        assertThat(migration("FirstTables")).contains("Why: We begin.");
        succeeds("godwit:check");
        assertThat(succeeds("godwit:plan", url).text()).containsIgnoringCase("create table Purchase");
        succeeds("godwit:migrate", url);

        customer("@RenamedFrom(\"name\") @Column(nullable = false) String fullName;\nString email;");
        assertThat(succeeds("compile").text()).contains("GW1903: ");
        String read = project.read("target/generated-sources/annotations/shop/migrations/PendingMigration.java");
        assertThat(read).contains(".renameColumn(\"name\", \"fullName\")").contains(".addColumn(\"email\"");
        succeeds("godwit:accept", "-Dgodwit.name=rename_name");
        succeeds("godwit:migrate", url, "-Dgodwit.phase=all");
        assertThat(succeeds("godwit:status", url, "-Dgodwit.format=json").json())
                .contains("\"upToDate\":true")
                .contains("\"description\":\"rename name\",\"state\":\"applied\"");

        succeeds("godwit:rollback", url);
        assertThat(succeeds("godwit:status", url, "-Dgodwit.format=json").json())
                .contains("\"upToDate\":false")
                .contains("\"description\":\"first tables\",\"state\":\"applied\"");
        assertThat(succeeds("godwit:migrate", url, "-Dgodwit.phase=all").text()).contains("1 migration applied");
        assertThat(succeeds("godwit:accept").text()).contains("Nothing is pending.");
    }

    private Build succeeds(String... arguments) {
        Build build = project.mvn(arguments);
        assertThat(build.ok()).withFailMessage(build::text).isTrue();
        return build;
    }

    private String migration(String name) {
        return project.files().entrySet().stream()
                .filter(file -> file.getKey().endsWith("__" + name + ".java"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private void customer(String attributes) {
        project.entity("Customer", "@Id @GeneratedValue Long id;\n" + attributes);
    }
}
