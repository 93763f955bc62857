package dev.godwit.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.maven.FreshProject.Build;
import org.junit.jupiter.api.Test;

/** The project's own Hibernate is asked by check and accept. */
class RefereeIT {

    private final FreshProject project = FreshProject.named("referee");

    @Test
    void namesTheAttributeWhoseTypeGodwitCannotKnow() {
        project.entity("Customer", "@Id @GeneratedValue Long id;\nString name;");
        succeeds("godwit:init");
        succeeds("godwit:accept", "-Dgodwit.name=first");
        assertThat(succeeds("godwit:check").text())
                .containsPattern("Hibernate 7\\S+ would create the same schema in (\\d+) of \\1 facts");

        project.write("src/main/java/shop/NameType.java", NAME_TYPE).entity("Customer", """
                        @Id @GeneratedValue Long id;
                        @org.hibernate.annotations.Type(NameType.class)
                        String name;""");
        Build accepted = project.mvn("godwit:accept", "-Dgodwit.name=own_type");
        Build checked = project.mvn("godwit:check");

        assertThat(accepted.text()).contains("WARNING").contains("GW2301: ");
        assertThat(checked.ok()).isFalse();
        assertThat(checked.text())
                .containsPattern("GW2301: \\S+Customer.java:\\[\\d+,\\d+] Hibernate 7\\S+ expects another schema."
                        + " table (?i:customer), column name on PostgreSQL, MariaDB, H2")
                .contains("Hibernate varchar(77)");
        assertThat(succeeds("godwit:check", "-Dgodwit.referee=warn").text()).contains("GW2301: ");
        assertThat(succeeds("godwit:check", "-Dgodwit.referee=off").text()).doesNotContain("GW2301");
        assertThat(succeeds("godwit:check", "-Dgodwit.referee.exclude=customer").text())
                .doesNotContain("GW2301");
        assertThat(project.mvn("godwit:check", "-Dgodwit.referee=maybe").text()).contains("GW5001: ");
    }

    private Build succeeds(String... arguments) {
        Build build = project.mvn(arguments);
        assertThat(build.ok()).withFailMessage(build::text).isTrue();
        return build;
    }

    private static final String NAME_TYPE = """
            package shop;

            import java.io.Serializable;
            import java.util.Objects;
            import org.hibernate.dialect.Dialect;
            import org.hibernate.type.descriptor.jdbc.JdbcType;
            import org.hibernate.usertype.UserType;

            public class NameType implements UserType<String> {
                public int getSqlType() { return java.sql.Types.VARCHAR; }
                public long getDefaultSqlLength(Dialect dialect, JdbcType type) { return 77; }
                public Class<String> returnedClass() { return String.class; }
                public boolean equals(String one, String other) { return Objects.equals(one, other); }
                public int hashCode(String name) { return Objects.hashCode(name); }
                public String deepCopy(String name) { return name; }
                public boolean isMutable() { return false; }
                public Serializable disassemble(String name) { return name; }
                public String assemble(Serializable cached, Object owner) { return (String) cached; }
            }
            """;
}
