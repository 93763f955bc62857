package dev.godwit.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.command.EmbeddedDatabase.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmbeddedDatabaseTest {

    private static final ClassLoader CLASSES = EmbeddedDatabaseTest.class.getClassLoader();

    /** MariaDB is left out: the server that other tests share is not this one. */
    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "H2"})
    void startsAndLetsIn(Kind kind) throws SQLException {
        try (EmbeddedDatabase embedded = EmbeddedDatabase.start(Optional.of(kind), CLASSES);
                Connection connection = DriverConnections.of(embedded.database(), List.of(CLASSES))
                        .open()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualToIgnoringCase(kind.name());
        }
    }

    @Test
    void whatIsNotThereIsSaid() {
        ClassLoader nothing = ClassLoader.getPlatformClassLoader();
        assertThatThrownBy(() -> EmbeddedDatabase.start(Optional.empty(), nothing))
                .hasMessageStartingWith("GW5024: There is no embedded database");
        assertThatThrownBy(() -> EmbeddedDatabase.start(Optional.of(Kind.MARIADB), nothing))
                .hasMessageStartingWith("GW5024: There is no embedded MARIADB database");
    }
}
