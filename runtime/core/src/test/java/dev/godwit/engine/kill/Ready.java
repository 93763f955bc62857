package dev.godwit.engine.kill;

import dev.godwit.engine.Engine;
import dev.godwit.engine.Options;
import dev.godwit.engine.Phase;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.event.Listener;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Databases that are ready for a run over rows, and the run. */
final class Ready {

    private static final int ROWS = 400;

    private Ready() {}

    /** Creates the first tables and fills them. */
    static TestDatabase make(TestDatabase empty) throws SQLException {
        engine(empty, event -> {})
                .migrate(Optional.of(Chain.version(Chain.BEFORE_ROWS).text()));
        empty.execute(
                "insert into customers (id, name, email, points) values "
                        + values("(%1$d, 'First%1$d Last%1$d', 'c%1$d@example.org', %1$d)"),
                "insert into orders (id, customer_id, total) values " + values("(%1$d, %1$d, %1$d)"));
        return empty;
    }

    static Engine engine(TestDatabase database, Listener listener) {
        return Engine.of(
                new MigrationSource(Chain.ledger(), Ready.class.getClassLoader()),
                ConnectionSource.of(database.dataSource()),
                Options.DEFAULT.withPhase(Phase.ALL).withListener(listener));
    }

    private static String values(String row) {
        return LongStream.range(0, ROWS).mapToObj(row::formatted).collect(Collectors.joining(", "));
    }
}
