package dev.godwit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.DatabaseKind;
import dev.godwit.model.Settings;
import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.model.Settings.Naming;
import dev.godwit.referee.Disagreement;
import dev.godwit.referee.ManagedTypes;
import dev.godwit.referee.Verdict;
import dev.godwit.referee.Zoo;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The model zoo, with Hibernate as the referee. */
class ModelZooTest {

    @ParameterizedTest
    @CsvSource({"V7, JPA", "V7, SPRING", "V6_6, JPA"})
    void agreesWithHibernateOnEachDatabase(HibernateLine line, Naming.Convention naming) {
        agrees(line, naming, Zoo.classes(line), DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB, DatabaseKind.H2);
    }

    /** By the definitions that Hibernate's dialect writes without a connection. */
    @Test
    void agreesWithHibernateOnMysql() {
        agrees(HibernateLine.V7, Naming.Convention.JPA, Zoo.classes(HibernateLine.V7), DatabaseKind.MYSQL);
    }

    @Test
    void agreesWithHibernateWhereH2IsTheException() {
        agrees(
                HibernateLine.V7,
                Naming.Convention.JPA,
                Zoo.classesNotForH2(),
                DatabaseKind.POSTGRESQL,
                DatabaseKind.MARIADB,
                DatabaseKind.MYSQL);
    }

    private static void agrees(
            HibernateLine line, Naming.Convention naming, List<String> classes, DatabaseKind... databases) {
        Settings settings = new Settings("migrations", naming, false, line, Map.of());
        MappedClasses mapped = MappedClasses.of(settings, classes);

        assertThat(mapped.messages()).isEmpty();
        Verdict verdict =
                Zoo.judge(mapped.model(), settings, new ManagedTypes(classes, List.of(), List.of()), databases);
        assertThat(verdict.notes()).isEmpty();
        assertThat(verdict.disagreements()).extracting(Disagreement::toString).isEmpty();
    }
}
