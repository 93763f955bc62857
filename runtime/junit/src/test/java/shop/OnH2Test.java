package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.junit.MigratingDatabase;
import dev.godwit.junit.MigrationTest;
import java.sql.SQLException;
import org.junit.jupiter.api.RepeatedTest;

@MigrationTest(on = MigrationTest.On.H2)
class OnH2Test {

    /** Each test has an empty database of its own. */
    @RepeatedTest(2)
    void startsEmpty(MigratingDatabase database) throws SQLException {
        assertThat(database.connection().getMetaData().getDatabaseProductName()).isEqualTo("H2");
        assertThat(database.head()).isEmpty();
        database.up();
        database.execute("insert into customers (id, name) values (1, 'Ada')");
        assertThat(database.rows("select id from customers")).hasSize(1);
    }
}
