package dev.godwit.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.Options;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands and scripts that users have run around a run. */
class HooksTest {

    private static final Database SOMEWHERE = new Database(
            "jdbc:postgresql://db/shop?password=s3cret",
            Optional.of("deployer"),
            Optional.of("s3cret"),
            Optional.empty());

    @TempDir
    Path directory;

    private final List<String> output = new ArrayList<>();

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    private Options before(String given) {
        return new Hooks(Optional.of(given), Optional.empty()).over(Options.DEFAULT, SOMEWHERE, directory, output::add);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aScriptHasItsStatementsExecuted(DatabaseKind kind) throws Exception {
        Files.writeString(directory.resolve("Grants.SQL"), """
                -- who reads; and who writes
                create table readers (name varchar(20));
                insert into readers values ('a;b');
                insert into readers
                  values ('c');
                -- the end
                """);
        try (TestDatabase database = Databases.fresh(kind);
                Connection connection = database.connect()) {
            before("Grants.SQL").before().run(connection);

            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select count(*) from readers")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(2);
            }
        }
    }

    @Test
    void aScriptThatCannotBeReadIsToldBeforeTheRun() {
        assertThatThrownBy(() -> before("missing.sql"))
                .hasMessageStartingWith("GW5050: godwit.before names ")
                .hasMessageContaining("missing.sql, which cannot be read");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aCommandHearsWhereTheDatabaseIsButNotThePassword() throws Exception {
        try (TestDatabase database = Databases.fresh(DatabaseKind.H2);
                Connection connection = database.connect()) {
            before("echo $GODWIT_HOOK $GODWIT_URL $GODWIT_USER; pwd; cat")
                    .before()
                    .run(connection);
        }
        assertThat(output)
                .containsExactly(
                        "before jdbc:postgresql://db/shop?password=*** deployer",
                        directory.toRealPath().toString());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aCommandThatFailsStopsTheRun() throws Exception {
        try (TestDatabase database = Databases.fresh(DatabaseKind.H2);
                Connection connection = database.connect()) {
            assertThatThrownBy(() -> before("echo no space; exit 3").before().run(connection))
                    .hasMessage("GW5051: The command of godwit.before, [echo no space; exit 3], ended with code 3");
        }
        assertThat(output).containsExactly("no space");
    }
}
