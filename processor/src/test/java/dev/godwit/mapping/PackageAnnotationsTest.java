package dev.godwit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.provider.EnumSource;

/** Annotations of packages, with Hibernate as the referee. */
class PackageAnnotationsTest {

    private static final String PACKAGE = "dev.godwit.packagezoo";

    @ParameterizedTest
    @EnumSource(HibernateLine.class)
    void agreesWithHibernate(HibernateLine line) {
        Settings settings = new Settings("migrations", Naming.Convention.JPA, false, line, Map.of());
        List<String> classes = List.of(PACKAGE + ".Crates$Crate", PACKAGE + ".Crates$Lid");
        MappedClasses mapped = MappedClasses.of(settings, classes);

        assertThat(mapped.messages()).isEmpty();
        Verdict verdict = Zoo.judge(mapped.model(), settings, new ManagedTypes(classes, List.of(PACKAGE), List.of()));
        assertThat(verdict.notes()).isEmpty();
        assertThat(verdict.disagreements()).extracting(Disagreement::toString).isEmpty();
    }

    @Test
    void namesWhatOnlyRunningCodeKnows() {
        Settings settings = new Settings("migrations", Naming.Convention.JPA, false, HibernateLine.V7, Map.of());
        MappedClasses mapped = MappedClasses.ofSource(settings, """
                record Point(int x, int y) {}
                abstract static class PointType implements org.hibernate.usertype.UserType<Point> {}
                record Mood(String name) {}
                abstract static class MoodType implements org.hibernate.type.descriptor.java.BasicJavaType<Mood> {}
                @Entity
                @org.hibernate.annotations.TypeRegistration(basicClass = Point.class, userType = PointType.class)
                @org.hibernate.annotations.JavaTypeRegistration(javaType = Mood.class, descriptorClass = MoodType.class)
                static class Kite { @Id Long id; Point position; Mood mood; @Column(columnDefinition = "point") Point home; }
                """);
        assertThat(mapped.texts())
                .anySatisfy(text -> assertThat(text).startsWith("GW1002").contains("user type", "PointType"))
                .anySatisfy(text -> assertThat(text).startsWith("GW1002").contains("Java type", "MoodType"));
    }
}
