package dev.godwit.engine.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.server.LeaseLock.Terms;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeaseLockTest {

    private static final Terms SHORT = new Terms(Duration.ofMillis(50), Duration.ofMillis(600), Duration.ofMillis(900));

    private static LeaseLock lease(DatabaseKind kind) {
        return new LeaseLock(Servers.of(kind).withLease(), SHORT);
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void isHeldByOneUntilHeGivesItBack(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind);
                Connection one = database.connect();
                Connection two = database.connect()) {
            LeaseLock first = lease(kind);
            LeaseLock second = lease(kind);
            assertThat(first.tryLock(one, "shop")).isTrue();
            long until = System.nanoTime() + SHORT.abandoned().multipliedBy(2).toNanos();
            while (System.nanoTime() < until) {
                assertThat(second.tryLock(two, "shop")).isFalse();
                first.requireHeld();
                Pause.of(SHORT.beat());
            }
            first.unlock(one, "shop");
            assertThatThrownBy(first::requireHeld).hasMessageStartingWith("GW3014");
            assertThat(second.tryLock(two, "shop")).isTrue();
            second.unlock(two, "shop");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void isTakenOverFromOneWhoDied(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind);
                Connection one = database.connect();
                Connection two = database.connect()) {
            LeaseLock first = lease(kind);
            LeaseLock second = lease(kind);
            assertThat(first.tryLock(one, "shop")).isTrue();
            one.close();
            long start = System.nanoTime();
            while (!second.tryLock(two, "shop")) {
                Pause.of(SHORT.beat());
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(SHORT.valid());
            assertThatThrownBy(first::requireHeld)
                    .as("the first stops before the second begins")
                    .hasMessageStartingWith("GW3014");
            second.unlock(two, "shop");
        }
    }
}
