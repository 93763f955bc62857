package dev.godwit.engine.chains;

import dev.godwit.change.DatabaseKind;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;

/**
 * Random migrations in phases, one after another; {@code -Dgodwit.phases=100} for as many new ones, {@code -Dgodwit.seed=…}
 * for one, each step of which is told.
 */
final class RandomWays {

    /** Random chains of migrations. */
    interface Chains {

        /** Edits of the migrations before the last one. */
        List<List<Edit>> before(RandomChain chain, Random random);

        /** Edits of the last one. */
        List<Edit> last(RandomChain chain, Random random);
    }

    /** Of the suite, which is to fail for what has changed. */
    private static final long SEED = 20261129;

    private RandomWays() {}

    static void lead(DatabaseKind kind, String about, int number, Chains chains) throws SQLException {
        Optional<Long> given = Optional.ofNullable(Long.getLong("godwit.seed"));
        Optional<Integer> many = Optional.ofNullable(Integer.getInteger("godwit.phases"));
        long seed = given.orElseGet(() -> many.isPresent() ? System.nanoTime() : SEED);
        int wanted = given.isPresent() ? 1 : many.orElse(number);
        int refused = 0;
        SoftAssertions failures = new SoftAssertions();
        for (int done = 0; done < wanted; seed++) {
            System.out.printf("%s, %s: phases of seed %d%n", kind, about, seed);
            try (TestDatabase database = Databases.fresh(kind);
                    WayInPhases way = way(database, new Random(seed), chains)) {
                try {
                    boolean possible = way.lead();
                    refused += possible ? 0 : 1;
                    done += possible || given.isPresent() ? 1 : 0;
                } catch (SQLException | RuntimeException | AssertionError e) {
                    failures.fail("%s, %s, -Dgodwit.seed=%d:%n%s%s", kind, about, seed, way.changes(), e);
                    done++;
                }
            }
        }
        System.out.printf("%s, %s: %d migrations in phases, %d refused%n", kind, about, wanted, refused);
        failures.assertAll();
    }

    private static WayInPhases way(TestDatabase database, Random random, Chains chains) {
        RandomChain chain = new RandomChain(database.kind(), random);
        List<List<Edit>> edits = new ArrayList<>(chains.before(chain, random));
        Version old = chain.before();
        edits.add(chains.last(chain, random));
        return new WayInPhases(database, random, edits, old, chain);
    }
}
