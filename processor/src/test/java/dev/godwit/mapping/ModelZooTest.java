package dev.godwit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.model.Model;
import dev.godwit.model.Settings;
import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.model.Settings.Naming;
import dev.godwit.referee.Disagreement;
import dev.godwit.referee.Verdict;
import dev.godwit.referee.Zoo;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The model zoo, with Hibernate as the referee. */
class ModelZooTest {

    @ParameterizedTest
    @CsvSource({"V7, JPA", "V7, SPRING", "V6_6, JPA"})
    void agreesWithHibernateOnEachDatabase(HibernateLine line, Naming.Convention naming) {
        Settings settings = new Settings("migrations", naming, false, line, Map.of());
        MappedClasses mapped = MappedClasses.of(settings, Zoo.classes(line));

        assertThat(mapped.messages()).isEmpty();
        Model model = mapped.model();
        Verdict verdict = Zoo.judge(model, settings);
        assertThat(verdict.notes()).isEmpty();
        assertThat(verdict.disagreements()).extracting(Disagreement::toString).isEmpty();
    }
}
