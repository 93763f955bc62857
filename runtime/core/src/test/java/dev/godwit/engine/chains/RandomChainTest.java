package dev.godwit.engine.chains;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.Engine;
import dev.godwit.engine.Options;
import dev.godwit.engine.Phase;
import dev.godwit.engine.RollbackTarget;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.Ledgers;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random chains of ten migrations: up to the end, down to the start, up again. At each stop schema and rows are what they
 * were when it was first reached; rows come in at each stop of both ways up and down, some go, and some change.
 * {@code -Dgodwit.chains=67} for more of them, {@code -Dgodwit.seed=…} for one.
 */
class RandomChainTest {

    private static final int LENGTH = 10;

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    /**
     * What there is at a stop.
     *
     * @param rows by table, then by id
     */
    private record Stop(Set<String> schema, Map<String, Map<Integer, Map<String, String>>> rows) {}

    private Content content;
    private Engine engine;
    private Random random;
    private int lastId;
    private final Set<Integer> deleted = new TreeSet<>();
    private final Set<Integer> updated = new TreeSet<>();

    @ParameterizedTest
    @MethodSource("databases")
    void leadForthAndBackAndForthAgain(DatabaseKind kind) throws SQLException {
        Optional<Long> given = Optional.ofNullable(Long.getLong("godwit.seed"));
        long first = given.orElseGet(System::nanoTime);
        for (long seed = first; seed < first + (given.isPresent() ? 1 : chains(kind)); seed++) {
            System.out.printf("%s: chain of seed %d%n", kind, seed);
            try (TestDatabase fresh = Databases.fresh(kind);
                    Content opened = new Content(fresh)) {
                content = opened;
                random = new Random(seed);
                chain("%s, -Dgodwit.seed=%d".formatted(kind, seed));
            }
        }
    }

    private static int chains(DatabaseKind kind) {
        return Integer.getInteger("godwit.chains", kind == DatabaseKind.POSTGRESQL ? 2 : 4);
    }

    private void chain(String name) throws SQLException {
        deleted.clear();
        updated.clear();
        lastId = 0;
        RandomChain chain = new RandomChain(content.database().kind(), random);
        List<List<Edit>> edits = new ArrayList<>();
        List<Map<String, Model>> models = new ArrayList<>();
        for (int i = 0; i < LENGTH; i++) {
            edits.add(chain.next());
            models.add(chain.tables());
        }
        Chained.CHAIN.set(edits);
        engine = Engine.of(
                new MigrationSource(Ledgers.of(Chained.CLASSES), getClass().getClassLoader()),
                ConnectionSource.of(content.database().dataSource()),
                Options.DEFAULT.withPhase(Phase.ALL).withListener(event -> {}));
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i < LENGTH; i++) {
            engine.migrate(Optional.of(Ledgers.version(i + 1).text()));
            insert(models.get(i), 2);
            stops.add(look(models.get(i)));
        }
        for (int i = LENGTH - 1; i > 0; i--) {
            engine.rollback(RollbackTarget.steps(1));
            check(name + ", back at " + i, stops.get(i - 1), look(models.get(i - 1)));
            insert(models.get(i - 1), 1);
            delete(models.get(i - 1));
            update(models.get(i - 1));
        }
        engine.rollback(RollbackTarget.steps(1));
        assertThat(look(Map.of()).schema()).as(name + ", back at the start").isEmpty();
        for (int i = 0; i < LENGTH; i++) {
            engine.migrate(Optional.of(Ledgers.version(i + 1).text()));
            check(name + ", again at " + (i + 1), stops.get(i), look(models.get(i)));
        }
    }

    private void insert(Map<String, Model> tables, int rows) throws SQLException {
        for (Map.Entry<String, Model> table : tables.entrySet()) {
            for (int i = 0; i < rows; i++) {
                content.insert(table.getKey(), table.getValue(), ++lastId);
            }
        }
    }

    /** One row of some table; ids are never given twice. */
    private void delete(Map<String, Model> tables) throws SQLException {
        if (!tables.isEmpty()) {
            String table = List.copyOf(tables.keySet()).get(random.nextInt(tables.size()));
            for (int id : content.rows(table, tables.get(table)).keySet()) {
                if (random.nextInt(4) == 0) {
                    content.delete(table, tables.get(table), id);
                    deleted.add(id);
                    return;
                }
            }
        }
    }

    /** All values of one row of some table; what each of them is to be at other stops is another test's subject. */
    private void update(Map<String, Model> tables) throws SQLException {
        if (tables.isEmpty()) {
            return;
        }
        String table = List.copyOf(tables.keySet()).get(random.nextInt(tables.size()));
        Model model = tables.get(table);
        for (int id : content.rows(table, model).keySet()) {
            if (!model.columns().isEmpty() && random.nextInt(4) == 0) {
                content.update(table, model, id, ++lastId);
                updated.add(id);
                return;
            }
        }
    }

    private Stop look(Map<String, Model> tables) throws SQLException {
        return new Stop(content.schema(), content.rows(tables));
    }

    private void check(String where, Stop wanted, Stop found) {
        assertThat(found.schema()).as(where).isEqualTo(wanted.schema());
        wanted.rows().forEach((table, rows) -> {
            Map<Integer, Map<String, String>> left = new TreeMap<>(rows);
            left.keySet().removeAll(deleted);
            assertThat(found.rows().get(table).keySet())
                    .as("%s, rows of %s", where, table)
                    .containsAll(left.keySet());
            left.keySet().removeAll(updated);
            assertThat(found.rows().get(table))
                    .as("%s, rows of %s", where, table)
                    .containsAllEntriesOf(left);
        });
        found.rows()
                .forEach((table, rows) -> assertThat(rows.keySet())
                        .as("%s, deleted rows of %s", where, table)
                        .noneMatch(deleted::contains));
    }
}
