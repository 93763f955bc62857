package dev.godwit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Retiring takes no longer for many rows than for few. By hand: {@code -Dgodwit.retireRows=5000000}. */
@EnabledIfSystemProperty(named = "godwit.retireRows", matches = "\\d+")
class RetireCostTest {

    private static final int FEW = 5_000;
    private static final int TIMES = 3;

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void isAsFastForManyRows(DatabaseKind kind) throws SQLException {
        int many = Integer.getInteger("godwit.retireRows");
        List<Long> few = measured(kind, FEW);
        List<Long> all = measured(kind, many);
        for (int i = 0; i < few.size(); i++) {
            String what =
                    List.of("retire a column and a table", "bring them back").get(i);
            System.out.printf("%s, %s: %d rows %d ms, %d rows %d ms%n", kind, what, FEW, few.get(i), many, all.get(i));
        }
        assertThat(all.get(0)).isLessThan(few.get(0) * 2 + 100);
    }

    /** Milliseconds of the fastest of some times: retire a column and a table, bring them back. */
    private static List<Long> measured(DatabaseKind kind, int rows) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = Engine.of(
                    Ledgers.of(PurgeTest.Users.class, PurgeTest.Less.class),
                    ConnectionSource.of(database.dataSource()),
                    Options.DEFAULT.withPhase(Phase.ALL).withListener(event -> {}));
            engine.migrate(Optional.of(Ledgers.version(1).text()));
            String numbers = kind == DatabaseKind.POSTGRESQL
                    ? "generate_series(1, %d) n".formatted(rows)
                    : "(select seq as n from seq_1_to_%d) s".formatted(rows);
            database.execute(
                    "insert into users (id, ssn, nick) select n, 'ssn', 'nick' from " + numbers,
                    "insert into logs (id) select n from " + numbers);
            Long[] fastest = {Long.MAX_VALUE, Long.MAX_VALUE};
            for (int i = 0; i < TIMES; i++) {
                fastest[0] = Math.min(fastest[0], millis(() -> engine.migrate(Optional.empty())));
                fastest[1] = Math.min(fastest[1], millis(() -> engine.rollback(RollbackTarget.steps(1))));
            }
            return List.of(fastest);
        }
    }

    private static long millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1_000_000;
    }
}
