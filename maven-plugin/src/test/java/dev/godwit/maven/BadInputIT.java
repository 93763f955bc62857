package dev.godwit.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.maven.FreshProject.Build;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong is a coded message, a failed build, and files as they were. */
class BadInputIT {

    private static final String H2 = "-Dgodwit.url=jdbc:h2:./target/shop";

    private static FreshProject project;

    @BeforeAll
    static void setUp() {
        project = FreshProject.named("bad-input").entity("Customer", "@Id Long id;");
        assertThat(project.mvn("godwit:init").ok()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GW5001 | godwit:migrate  | -Dgodwit.phase=half
            GW5002 | godwit:migrate  | -Dgodwit.to=tomorrow
            GW5003 | godwit:rollback | -Dgodwit.steps=none
            GW5001 | godwit:migrate  | -Dgodwit.lock=none
            GW5041 | godwit:repair   | -Dgodwit.lockWait=soon
            GW5041 | godwit:rollback | -Dgodwit.statementLimit=2
            GW3040 | godwit:migrate  | -Dgodwit.to=20200101000000
            """)
    void parameters(String code, String goal, String parameter) {
        refused(code, goal, parameter, H2);
    }

    @Test
    void noDatabase() {
        refused("GW5020", "godwit:status");
    }

    @Test
    void noDriver() {
        refused("GW5022", "godwit:status", "-Dgodwit.url=jdbc:oracle:thin:@//localhost/shop");
    }

    @Test
    void noServer() {
        refused(
                "GW3001",
                "godwit:status",
                "-Dgodwit.url=jdbc:postgresql://localhost:1/shop",
                "-Dgodwit.password=secret");
    }

    @Test
    void asJson() {
        Build build = refused("GW5002", "godwit:migrate", "-Dgodwit.to=tomorrow", "-Dgodwit.format=json", H2);
        assertThat(build.json())
                .startsWith(
                        "{\"goal\":\"migrate\",\"module\":\"shop\",\"ok\":false,\"problems\":[{\"code\":\"GW5002\"");
    }

    private static Build refused(String code, String... arguments) {
        Map<String, String> before = project.files();
        Build build = project.mvn(arguments);
        assertThat(build.ok()).isFalse();
        assertThat(build.text()).contains(code + ": ").doesNotContain("\tat ").doesNotContain("secret");
        assertThat(project.files()).isEqualTo(before);
        return build;
    }
}
