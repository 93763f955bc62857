package dev.godwit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.DatabaseKind;
import dev.godwit.dialect.Dialects;
import dev.godwit.drift.Drift;
import dev.godwit.drift.DriftReader;
import dev.godwit.model.Settings;
import dev.godwit.model.Settings.HibernateLine;
import dev.godwit.model.Settings.Naming;
import dev.godwit.referee.Zoo;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The databases that Hibernate makes of the model zoo, held against the schema that Godwit has of it. */
class ZooOnDatabasesTest {

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "H2"})
    void aDatabaseThatHibernateMadeHasNoDrift(DatabaseKind kind) throws Exception {
        Settings settings = new Settings("migrations", Naming.Convention.JPA, false, HibernateLine.V7, Map.of());
        List<String> classes = Zoo.classes(HibernateLine.V7);
        MappedClasses mapped = MappedClasses.of(settings, classes);
        try (TestDatabase database = Databases.fresh(kind)) {
            createByHibernate(database, classes);
            try (Connection connection = database.connect()) {
                Drift drift = new DriftReader(connection, Dialects.of(connection))
                        .read(mapped.model().schema());

                assertThat(drift.notCompared()).isEmpty();
                assertThat(drift.differences()).isEmpty();
            }
        }
    }

    private static void createByHibernate(TestDatabase database, List<String> classes) throws ClassNotFoundException {
        try (StandardServiceRegistry registry = new StandardServiceRegistryBuilder()
                .applySetting("hibernate.connection.url", database.url())
                .applySetting("hibernate.connection.username", database.user())
                .applySetting("hibernate.connection.password", database.password())
                .applySetting("hibernate.hbm2ddl.auto", "create-only")
                .applySetting("hibernate.hbm2ddl.halt_on_error", "true")
                .applySetting("jakarta.persistence.validation.mode", "none")
                .build()) {
            MetadataSources sources = new MetadataSources(registry);
            for (String name : classes) {
                sources.addAnnotatedClass(Class.forName(name));
            }
            sources.buildMetadata().buildSessionFactory().close();
        }
    }
}
