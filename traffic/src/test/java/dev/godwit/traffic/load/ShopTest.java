package dev.godwit.traffic.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.Engine;
import dev.godwit.engine.Options;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import dev.godwit.traffic.manoeuvre.Manoeuvre;
import dev.godwit.traffic.manoeuvre.Manoeuvres;
import dev.godwit.traffic.manoeuvre.Release;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Customers whom another deletes just now are gone, whatever request meets them. */
class ShopTest {

    static Stream<Arguments> meetings() {
        return Stream.of(DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB)
                .flatMap(kind -> Stream.of("single-table", "split-table")
                        .flatMap(name -> Stream.of(Kind.UPDATE, Kind.DELETE, Kind.CLOSE_ACCOUNT)
                                .map(request -> Arguments.of(kind, name, request))));
    }

    @ParameterizedTest
    @MethodSource("meetings")
    void survivesWhoDeletesBesideIt(DatabaseKind kind, String name, Kind request) throws Exception {
        Manoeuvre manoeuvre = Manoeuvres.named(name);
        try (TestDatabase database = Databases.fresh(kind)) {
            begin(database, manoeuvre);
            Release release = manoeuvre.before();
            try (EntityManagerFactory entities = ApplicationHere.entities(
                            new Place(database.url(), database.user(), database.password()), release);
                    Connection other = database.connect()) {
                Shop shop = new Shop(entities, release, new Tally());
                shop.serve(new Request(Kind.OPEN_ACCOUNT, 0, 0, 1));
                other.setAutoCommit(false);
                execute(other, "select 1 from customers where id = 1 for update");
                CompletableFuture<Void> served =
                        CompletableFuture.runAsync(() -> shop.serve(new Request(request, 1, 1, 7)));
                awaitOneWaiting(database);
                execute(other, "delete from customers where id = 1");
                other.commit();
                assertThatNoException().isThrownBy(() -> served.get(1, TimeUnit.MINUTES));
            }
        }
    }

    private static void begin(TestDatabase database, Manoeuvre manoeuvre) {
        Engine.of(
                        new MigrationSource(manoeuvre.beginning(), ShopTest.class.getClassLoader()),
                        database::connect,
                        Options.DEFAULT.withListener(event -> {}))
                .migrate(Optional.empty());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void awaitOneWaiting(TestDatabase database) throws SQLException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        int found = database.waiting();
        while (found == 0 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(150);
            found = database.waiting();
        }
        assertThat(found).isOne();
    }
}
