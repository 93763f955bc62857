package dev.godwit.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.maven.FreshProject.Build;
import org.junit.jupiter.api.Test;

/** Rows and views that belong to the schema, as a new user would declare them. */
class ReferenceDataIT {

    private static final String GODWIT = "src/main/resources/META-INF/godwit/";
    private static final String DATA = GODWIT + "data/Country.csv";
    private static final String VIEW = GODWIT + "repeatable/members.sql";

    private final FreshProject project = FreshProject.named("reference-data");
    private final String url = "-Dgodwit.url=jdbc:h2:" + project.path("target/db");

    @Test
    void rowsAndViewsFollowTheirFiles() {
        project.entity("Country", "@Id @Column(length = 2) String code; String name; Boolean eu;");
        run("godwit:init", "-Dgodwit.package=shop.migrations");
        project.write(DATA, "code,name,eu\nDE,Germany,true\nGB,Great Britain,true\n");
        project.write(VIEW, """
                -- reads: Country
                -- drop: drop view if exists members
                create view members as select code, name from Country where eu
                """);

        Build pending = project.mvn("process-classes", "godwit:check");
        assertThat(pending.ok()).isFalse();
        assertThat(pending.text())
                .contains("GW5040: The entities need a migration")
                .contains("Country: insert 2 rows")
                .contains("GW5061: Repeatables are not accepted: the text of members is new");
        assertThat(run("godwit:accept", "-Dgodwit.name=first").text()).contains("Sealed the repeatable members.");
        run("godwit:check");
        assertThat(run("godwit:migrate", url).text()).contains("Repeatables: members.");
        assertThat(run("godwit:migrate", url).text()).contains("Nothing to do.");
        run("godwit:test");

        project.entity("Country", "@Id @Column(length = 2) String code; @Column(length = 90) String name; Boolean eu;");
        project.write(DATA, "code,name,eu\nDE,Germany,true\nGB,United Kingdom,false\n");
        assertThat(run("godwit:accept", "-Dgodwit.name=second").text()).contains("Accepted");
        assertThat(run("godwit:plan", url).text())
                .contains("drop view if exists members")
                .contains("update Country set");
        assertThat(run("godwit:migrate", url).text()).contains("Repeatables: members.");
        assertThat(run("godwit:status", url).text()).contains("repeatable members: as in the ledger");
        run("godwit:test");
        assertThat(run("godwit:rollback", url).text()).contains("GW3225: members was taken away");
        assertThat(run("godwit:migrate", url).text()).contains("Repeatables: members.");
    }

    private Build run(String... arguments) {
        Build build = project.mvn(arguments);
        assertThat(build.ok()).as(build.text()).isTrue();
        return build;
    }
}
