package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.junit.MigratingDatabase;
import dev.godwit.junit.MigrationTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** As users would test their migrations; on PostgreSQL, which is found first. */
@MigrationTest(startAt = "20260101000001")
class UpperNamesTest {

    @BeforeEach
    void rows(MigratingDatabase database) {
        database.execute("insert into customers (id, name) values (1, 'Ada'), (2, 'Grace')");
    }

    @Test
    void namesAreWrittenInCapitals(MigratingDatabase database) {
        assertThat(database.up()).isEqualTo("20260101000002");
        assertThat(database.rows("select upper_name from customers where id >= ? order by id", 1))
                .containsExactly(Map.of("upper_name", "ADA"), Map.of("upper_name", "GRACE"));
    }

    @Test
    void namesSurviveTheWayBack(MigratingDatabase database) {
        database.up();
        database.execute("insert into customers (id, name) values (3, 'Edsger')");
        database.down();
        assertThat(database.head()).contains("20260101000001");
        assertThat(database.rows("select name from customers where id = 3")).containsExactly(Map.of("name", "Edsger"));
    }

    @Test
    void whatCannotBeDoneIsSaid(MigratingDatabase database) {
        database.up();
        assertThatThrownBy(database::up).hasMessage("GW5090: There is no migration after 20260101000002.");
        assertThatThrownBy(() -> database.execute("select nothing")).hasMessageStartingWith("GW5091: ");
    }

    @Nested
    class Inside {

        @Test
        void aNestedClassHasTheSettingsOfTheOneAround(MigratingDatabase database) {
            assertThat(database.rows("select name from customers")).hasSize(2);
        }
    }
}
