package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.junit.MigratingDatabase;
import dev.godwit.junit.MigrationTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@MigrationTest(url = "jdbc:h2:mem:by-url;DB_CLOSE_DELAY=10", user = "sa", startAt = "20260101000002")
class ByUrlTest {

    @Test
    void theDatabaseOfAUrlIsUsed(MigratingDatabase database) throws SQLException {
        assertThat(database.connection().getMetaData().getURL()).isEqualTo("jdbc:h2:mem:by-url");
        assertThat(database.head()).contains("20260101000002");
    }
}
