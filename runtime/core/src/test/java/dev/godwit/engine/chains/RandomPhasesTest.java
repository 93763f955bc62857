package dev.godwit.engine.chains;

import dev.godwit.change.DatabaseKind;
import dev.godwit.testing.Databases;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random changes of tables and columns in phases. */
class RandomPhasesTest {

    static List<DatabaseKind> databases() {
        return Databases.kinds().stream()
                .filter(kind -> kind != DatabaseKind.H2)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void leadForthAndBack(DatabaseKind kind) throws SQLException {
        RandomWays.lead(kind, "changes", 5, new RandomWays.Chains() {
            @Override
            public List<List<Edit>> before(RandomChain chain, Random random) {
                List<List<Edit>> edits = new ArrayList<>();
                for (int i = 2 + random.nextInt(4); i > 0; i--) {
                    edits.add(chain.next());
                }
                return edits;
            }

            @Override
            public List<Edit> last(RandomChain chain, Random random) {
                return chain.next();
            }
        });
    }
}
