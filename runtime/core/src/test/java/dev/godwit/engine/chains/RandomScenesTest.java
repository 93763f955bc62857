package dev.godwit.engine.chains;

import dev.godwit.change.DatabaseKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Values that move between tables, collections, hierarchies and columns that are computed from others in phases, beside random
 * changes; {@code -Dgodwit.scene=MARIADB-TABLES}, or a part of it, for some of them.
 */
class RandomScenesTest {

    static Stream<Arguments> scenes() {
        return RandomPhasesTest.databases().stream()
                .flatMap(kind -> Stream.of(Scene.Subject.values())
                        .filter(subject -> (kind + "-" + subject).contains(System.getProperty("godwit.scene", "")))
                        .map(subject -> Arguments.of(kind, subject)));
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void leadForthAndBack(DatabaseKind kind, Scene.Subject subject) throws SQLException {
        RandomWays.lead(kind, subject.toString(), 1, new RandomWays.Chains() {
            private Scene scene;

            @Override
            public List<List<Edit>> before(RandomChain chain, Random random) {
                scene = subject.any(random);
                List<List<Edit>> edits = new ArrayList<>(List.of(chain.migration(() -> scene.begin(chain))));
                for (int i = random.nextInt(3); i > 0; i--) {
                    edits.add(chain.next());
                }
                return edits;
            }

            @Override
            public List<Edit> last(RandomChain chain, Random random) {
                return chain.migration(() -> {
                    chain.perhapsEdit();
                    scene.change(chain);
                    chain.perhapsEdit();
                    chain.perhapsEdit();
                });
            }
        });
    }
}
