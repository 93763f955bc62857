package dev.godwit.engine.chains;

import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.chains.TwoVersions.Version;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random migrations in phases; {@code -Dgodwit.phases=100} for more of them, {@code -Dgodwit.seed=…} for one.
 */
class RandomPhasesTest {

    static List<DatabaseKind> databases() {
        return Databases.kinds().stream()
                .filter(kind -> kind != DatabaseKind.H2)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void leadForthAndBack(DatabaseKind kind) throws SQLException {
        Optional<Long> given = Optional.ofNullable(Long.getLong("godwit.seed"));
        long seed = given.orElseGet(System::nanoTime);
        int wanted = given.isPresent() ? 1 : Integer.getInteger("godwit.phases", 5);
        int refused = 0;
        SoftAssertions failures = new SoftAssertions();
        for (int done = 0; done < wanted; seed++) {
            System.out.printf("%s: phases of seed %d%n", kind, seed);
            try (TestDatabase database = Databases.fresh(kind)) {
                WayInPhases way = random(database, new Random(seed));
                try {
                    boolean possible = way.lead();
                    refused += possible ? 0 : 1;
                    done += possible || given.isPresent() ? 1 : 0;
                } catch (EngineException | SQLException | AssertionError e) {
                    failures.fail("%s, -Dgodwit.seed=%d, %s:%n%s", kind, seed, way.changes(), e);
                    done++;
                }
            }
        }
        System.out.printf("%s: %d migrations in phases, %d refused%n", kind, wanted, refused);
        failures.assertAll();
    }

    private static WayInPhases random(TestDatabase database, Random random) {
        RandomChain chain = new RandomChain(random);
        List<List<Edit>> edits = new ArrayList<>();
        for (int i = 2 + random.nextInt(4); i > 0; i--) {
            edits.add(chain.next());
        }
        Version old = new Version("the old", chain.tables());
        edits.add(chain.next());
        return new WayInPhases(database, random, edits, old, chain);
    }
}
