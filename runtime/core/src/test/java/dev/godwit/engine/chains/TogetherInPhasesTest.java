package dev.godwit.engine.chains;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.DatabaseKind;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes that stand in one another's way when one migration has them together, in phases. */
class TogetherInPhasesTest {

    static List<DatabaseKind> databases() {
        return RandomPhasesTest.databases();
    }

    /** Three times, so that steps are stopped at several places. */
    private static void possible(DatabaseKind kind, BiConsumer<RandomChain, String> edits, Kind... columns)
            throws SQLException {
        for (int i = 0; i < 3; i++) {
            long seed = System.nanoTime();
            try (TestDatabase database = Databases.fresh(kind)) {
                RandomChain chain = new RandomChain(kind, new Random(seed));
                List<List<Edit>> all = new ArrayList<>();
                all.add(chain.migration(() -> chain.createTable(columns)));
                Version old = chain.before();
                String table = List.copyOf(chain.tables().keySet()).get(0);
                all.add(chain.migration(() -> edits.accept(chain, table)));
                try (WayInPhases way = new WayInPhases(database, new Random(seed), all, old, chain)) {
                    assertThat(way.lead()).as("seed %d", seed).isTrue();
                }
            }
        }
    }

    /** The column comes back with its values, and the key cannot wait for contract. */
    @ParameterizedTest
    @MethodSource("databases")
    void aKeyComesBackWithItsColumn(DatabaseKind kind) throws SQLException {
        possible(kind, (chain, table) -> chain.addUnique(table), Kind.TEXT);
    }

    /** What stands in for its value between the phases is gone when it comes back. */
    @ParameterizedTest
    @MethodSource("databases")
    void aRequiredColumnGoesAndComesBackWithoutADefault(DatabaseKind kind) throws SQLException {
        possible(
                kind,
                (chain, table) -> chain.dropColumn(table, chain.columns(table).get(0)),
                Kind.NUMBER,
                Kind.TEXT);
    }

    /** In the way back these come before the name, and are finished when the name from before is a view. */
    @ParameterizedTest
    @MethodSource("databases")
    void aTableIsRenamedAndChanged(DatabaseKind kind) throws SQLException {
        possible(
                kind,
                (chain, table) -> {
                    String renamed = chain.renameTable(table);
                    chain.addIndex(renamed, chain.columns(renamed).get(1));
                    chain.addColumn(renamed, Kind.TEXT);
                    chain.dropColumn(renamed, chain.columns(renamed).get(0));
                },
                Kind.NUMBER,
                Kind.REQUIRED_TEXT);
    }

    /** These are taken back after the name. */
    @ParameterizedTest
    @MethodSource("databases")
    void aTableIsChangedAndRenamed(DatabaseKind kind) throws SQLException {
        possible(
                kind,
                (chain, table) -> {
                    chain.addReference(table, table);
                    chain.addColumn(table, Kind.NUMBER);
                    chain.renameTable(table);
                },
                Kind.TEXT);
    }

    /**
     * The new version has written what the old type does not hold, and the way back says what becomes of it, when the triggers
     * on the column are gone.
     */
    @ParameterizedTest
    @MethodSource("databases")
    void aColumnIsWidenedAndRenamedAndItsWayBackShortensIt(DatabaseKind kind) throws SQLException {
        Alteration alteration =
                new Alteration(Kind.SHORT_TEXT, Kind.TEXT, Optional.empty(), Optional.of("substring(%s from 1 for 1)"));
        possible(
                kind,
                (chain, table) -> {
                    chain.alterColumn(table, chain.columns(table).get(0), alteration);
                    chain.renameColumn(table, chain.columns(table).get(0));
                },
                Kind.SHORT_TEXT,
                Kind.NUMBER);
    }
}
