package dev.godwit.engine.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.DatabaseKind;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Processes that migrate one empty database at once: all of them end well, and each migration runs once. An H2 file is
 * open in one process at a time; the others wait for it.
 */
class CrowdTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "H2"})
    void allEndWell(DatabaseKind kind) throws Exception {
        boolean full = Boolean.getBoolean(Chain.FULL);
        int processes = full ? 8 : 3;
        int times = full ? 20 : 1;
        Path ledger = Chain.write(directory);
        for (int i = 0; i < times; i++) {
            try (TestDatabase database = empty(kind, i)) {
                crowd(database, ledger, processes);
                assertThat(applied(database)).isEqualTo(Chain.migrations().size());
            }
        }
        System.out.printf("%s: %d processes at once, %d times, all ended well%n", kind, processes, times);
    }

    private static void crowd(TestDatabase database, Path ledger, int processes)
            throws IOException, InterruptedException {
        List<Victim> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < processes; i++) {
                crowd.add(Victim.start(database, ledger, 0));
            }
            for (Victim one : crowd) {
                one.finish();
            }
        } finally {
            crowd.forEach(Victim::close);
        }
    }

    private TestDatabase empty(DatabaseKind kind, int number) throws SQLException {
        if (kind != DatabaseKind.H2) {
            return Databases.fresh(kind);
        }
        String url = "jdbc:h2:file:" + directory.resolve("crowd" + number);
        return new TestDatabase(kind, url, "sa", "", url, "shutdown");
    }

    private static int applied(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from godwit_history")) {
            result.next();
            return result.getInt(1);
        }
    }
}
