package dev.godwit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.model.Model;
import dev.godwit.model.Origin;
import dev.godwit.model.Settings;
import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.model.Settings.Naming;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said about models that cannot be mapped, and where. */
class MappingMessagesTest {

    private static final Settings SETTINGS =
            new Settings("migrations", Naming.Convention.JPA, false, HibernateLine.V7, Map.of());

    private static MappedClasses map(String classes) {
        return MappedClasses.ofSource(SETTINGS, classes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GW1001 | Model.Bird | @Entity static class Bird { String name; }
            GW1010 | dam | @Entity static class Bird { @Id Long id; @ManyToOne @JoinColumn(referencedColumnName = "x") Bird dam; }
            GW1011 | young | @Entity static class Bird { @Id Long id; @OneToMany(mappedBy = "nest") Set<Bird> young; }
            GW1014 | nest | static class Nest {} @Entity static class Bird { @Id Long id; @ManyToOne Nest nest; }
            GW1015 | nest | @Entity static class Bird { @Id Long id; @Column(table = "nests") String nest; }
            GW1016 | songs | @Entity static class Bird { @Id Long id; @ElementCollection String songs; }
            GW1023 | song | @Entity @Table(name = "birds") static class Bird { @Id Long id; @Column(length = 10) String song; } @Entity @Table(name = "birds") static class Singer { @Id Long id; @Column(length = 20) String song; }
            GW1024 | id | @Entity static class Bird { @Id @org.hibernate.annotations.NativeGenerator Long id; }
            GW1025 | song | @Entity static class Bird { @Id Long id; @Column(name = "the_song_that_it_sings_in_the_small_hours_before_the_sun_is_up_at_all") String song; }
            GW1025 | songs | @Entity static class Bird { @Id Long id; @ElementCollection @CollectionTable(name = "the_songs_that_it_sings_in_the_small_hours_before_the_sun_is_up_at_all") Set<String> songs; }
            """)
    void reportsWhatIsWrong(String code, String element, String classes) {
        assertThat(map(classes).messages()).containsExactly(code + " at " + element);
    }

    @Test
    void entitiesMayShareATableThatTheyAgreeAbout() {
        assertThat(map("""
                        @Entity @Table(name = "birds") static class Bird { @Id Long id; @Column(length = 10) String song; }
                        @Entity @Table(name = "birds") static class Singer { @Id Long id; @Column(length = 10) String song; }
                        @Entity static class Egg { @Id Long id; }
                        @Entity static class Crow extends Egg { @Column(name = "note") int number; }
                        @Entity static class Tern extends Egg { @Column(name = "note") String text; }
                        """).messages()).isEmpty();
    }

    @Test
    void whatJakartaPersistence32SaysAboutTablesIsUnknownToHibernate66() {
        Settings settings = new Settings("migrations", Naming.Convention.JPA, false, HibernateLine.V6_6, Map.of());
        Model model = MappedClasses.ofSource(settings, """
                        @Entity @Table(comment = "what flies", check = @CheckConstraint(constraint = "id > 0"))
                        static class Bird { @Id Long id; }
                        """).model();

        assertThat(model.schema().tables().values()).allSatisfy(table -> {
            assertThat(table.comment()).isEmpty();
            assertThat(table.checks()).isEmpty();
        });
    }

    @Test
    void remembersWhereColumnsComeFromAndWhatTheyWereCalled() {
        Model model = map("""
                        @Entity @dev.godwit.RenamedFrom("Fowl") static class Bird {
                            @Id Long id;
                            @dev.godwit.RenamedFrom("mother") @ManyToOne Bird dam;
                            @dev.godwit.Backfill("0") int weight;
                        }
                        """).model();

        assertThat(model.origins().values()).extracting(Origin::path).contains("", "id", "dam", "weight");
        assertThat(model.renames()).hasSize(2);
        assertThat(model.backfills().values()).containsValue("0").hasSize(1);
    }
}
