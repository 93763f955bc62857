package dev.godwit.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.Migration;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.Engine;
import dev.godwit.engine.Options;
import dev.godwit.engine.Phase;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.Ledgers;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import shop.V20260101000001__Customers;
import shop.V20260101000002__Phone;
import shop.V20260101000003__RenameName;

/** An instance of the release before restarts while its successor is rolled out. */
class OlderReleaseAtStartTest {

    private static final List<Class<? extends Migration>> OLDER = List.of(V20260101000001__Customers.class);
    private static final List<Class<? extends Migration>> LATER =
            List.of(V20260101000001__Customers.class, V20260101000002__Phone.class, V20260101000003__RenameName.class);

    static Stream<DatabaseKind> databases() {
        return Databases.kinds().stream().filter(kind -> kind != DatabaseKind.H2);
    }

    private static ApplicationContextRunner instance(TestDatabase on, List<Class<? extends Migration>> release) {
        return Starting.on(on.url(), on.user(), on.password(), Ledgers.of(release))
                .withConfiguration(Starting.withADataSource());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void startsUntilItsSuccessorHasContracted(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            instance(database, OLDER)
                    .run(context -> assertThat(context.getBean(GodwitMigrator.class)
                                    .report()
                                    .migrations())
                            .hasSize(1));
            instance(database, LATER)
                    .run(context -> assertThat(context.getBean(GodwitMigrator.class)
                                    .report()
                                    .migrations())
                            .hasSize(2));

            instance(database, OLDER)
                    .withPropertyValues("management.endpoints.web.exposure.include=godwit", "spring.jmx.enabled=true")
                    .withPropertyValues("management.endpoints.jmx.exposure.include=godwit")
                    .run(context -> {
                        assertThat(context).hasNotFailed();
                        GodwitMigrator migrator = context.getBean(GodwitMigrator.class);
                        assertThat(migrator.report().migrations()).isEmpty();
                        assertThat(migrator.report().later()).containsExactly("20260101000002", "20260101000003");
                        assertThat(context.getBean(GodwitEndpoint.class).status())
                                .containsEntry("upToDate", true)
                                .satisfies(
                                        status -> assertThat(status.toString()).contains("state=later"));
                    });

            Engine.of(
                            new MigrationSource(Ledgers.of(LATER), getClass().getClassLoader()),
                            ConnectionSource.of(database.dataSource()),
                            Options.DEFAULT.withPhase(Phase.CONTRACT))
                    .migrate(Optional.empty());
            instance(database, OLDER)
                    .run(context -> assertThat(context)
                            .hasFailed()
                            .getFailure()
                            .rootCause()
                            .hasMessageStartingWith("GW3037: ")
                            .hasMessageContaining("20260101000003 (applied)"));
        }
    }
}
