package dev.godwit.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.report.Executed;
import dev.godwit.testing.Ledgers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.Driver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import shop.Customer;
import shop.V20260101000001__Customers;

/** An application's start, on the Spring Boot of the class path. */
class MigrateAtStartTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String url = "jdbc:h2:mem:boot" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1";

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @AutoConfigurationPackage(basePackageClasses = Customer.class)
    static class WholeShop {}

    /** With all that Spring Boot finds, Hibernate among it. */
    private ApplicationContextRunner wholeShop() {
        return on(url).withUserConfiguration(WholeShop.class)
                .withPropertyValues("spring.jpa.hibernate.ddl-auto=validate");
    }

    /** With a data source alone, which starts fast. */
    private ApplicationContextRunner shop() {
        return on(url).withConfiguration(Starting.withADataSource());
    }

    private static ApplicationContextRunner on(String url) {
        return Starting.on(url, "sa", "", Ledgers.of(List.of(V20260101000001__Customers.class)));
    }

    @Test
    void migratesBeforeHibernateValidatesAndFindsNothingToDoTheNextTime() {
        wholeShop().run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(EntityManagerFactory.class);
            assertThat(executed(context)).containsExactly("20260101000001");
            assertThat(rows(context)).isZero();
        });
        wholeShop().run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(executed(context)).isEmpty();
        });
    }

    @Test
    void withoutItHibernateFindsNoTable() {
        wholeShop()
                .withPropertyValues("godwit.enabled=false")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("missing table [customers]"));
    }

    /** Spring Boot lets Hibernate create the tables of an embedded database unless somebody manages them. */
    @Test
    void keepsHibernateFromCreatingAnEmbeddedDatabase() {
        on(url).withUserConfiguration(WholeShop.class).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(rows(context)).isZero();
        });
    }

    @Test
    void anotherDataSourceMayMigrateByItsMark() {
        shop().withUserConfiguration(Admin.class).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(Admin.class).opened).hasPositiveValue();
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class Admin {

        final AtomicInteger opened = new AtomicInteger();

        @Bean(defaultCandidate = false)
        @GodwitDataSource
        DataSource admin(Environment environment) {
            return new SimpleDriverDataSource(
                    new Driver(), environment.getRequiredProperty("spring.datasource.url"), "sa", "") {
                @Override
                public Connection getConnection() throws SQLException {
                    opened.incrementAndGet();
                    return super.getConnection();
                }
            };
        }
    }

    @Test
    void anotherUserMayMigrateByProperties() {
        create("create user owner password 'secret' admin", "create user reader password 'reader'");
        String[] properties = {
            "spring.datasource.username=reader",
            "spring.datasource.password=reader",
            "godwit.user=owner",
            "godwit.password=secret"
        };
        shop().withPropertyValues(properties)
                .run(context -> assertThat(executed(context)).hasSize(1));
        shop().withPropertyValues(properties)
                .withPropertyValues("godwit.password=wrong")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("Wrong user name or password"));
    }

    @Test
    void aDatabaseOfItsOwnMayBeMigratedByUrl() {
        String other = url.replace("boot", "other");
        shop().withPropertyValues("godwit.url=" + other, "godwit.user=sa").run(context -> {
            assertThat(executed(context)).hasSize(1);
            assertThat(context.getBean(JdbcTemplate.class)
                            .queryForObject(
                                    "select count(*) from information_schema.tables"
                                            + " where table_name = 'CUSTOMERS'",
                                    Long.class))
                    .isZero();
        });
    }

    @Test
    void aSchemaMayBeNamed() {
        create("create schema sales");
        shop().withPropertyValues("godwit.schema=sales")
                .run(context -> assertThat(context.getBean(JdbcTemplate.class)
                                .queryForObject("select count(*) from sales.customers", Long.class))
                        .isZero());
    }

    @Test
    void customizersAddHooks() {
        shop().withUserConfiguration(Grants.class)
                .run(context -> assertThat(context.getBean(JdbcTemplate.class)
                                .queryForObject("select count(*) from granted", Long.class))
                        .isZero());
    }

    @Configuration(proxyBeanMethods = false)
    static class Grants {

        @Bean
        GodwitCustomizer grants() {
            return godwit -> godwit.after(connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("create table granted (id int)");
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"contract", "all"})
    void neverContracts(String phase) {
        shop().withPropertyValues("godwit.phase=" + phase)
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(EngineException.class)
                        .hasMessageStartingWith("GW3044: "));
    }

    @Test
    void whatKeepsItFromStartingIsACodedMessage() {
        shop().withClassLoader(MigrateAtStartTest.class.getClassLoader()).run(context -> {
            Throwable failure = context.getStartupFailure();
            FailureAnalysis analysis = new GodwitFailureAnalyzer().analyze(failure);
            assertThat(analysis.getDescription()).startsWith("GW3").contains("META-INF/godwit/migrations");
            assertThat(analysis.getAction()).contains("start again");
        });
    }

    @Test
    void theEndpointTellsWhereTheDatabaseStands() {
        shop().run(context -> assertThat(context).doesNotHaveBean(GodwitEndpoint.class));
        shop().withPropertyValues("management.endpoints.web.exposure.include=godwit", "spring.jmx.enabled=true")
                .withPropertyValues("management.endpoints.jmx.exposure.include=godwit")
                .run(context -> {
                    Map<String, Object> status =
                            context.getBean(GodwitEndpoint.class).status();
                    assertThat(status).containsEntry("head", "20260101000001").containsEntry("upToDate", true);
                    assertThat(status.toString()).contains("state=applied", "description=customers");
                });
    }

    @Test
    void metricsSayWhatTheStartDid() {
        shop().run(context -> {
            SimpleMeterRegistry registry = new SimpleMeterRegistry();
            context.getBean(GodwitMetrics.class).bindTo(registry);
            assertThat(registry.get("godwit.migrations.executed").gauge().value())
                    .isEqualTo(1);
            assertThat(registry.get("godwit.run.time").timeGauge().value()).isPositive();
        });
    }

    /** Slices such as {@code @DataJpaTest} migrate too: each Spring Boot finds the file that bears its annotation's name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.springframework.boot.test.autoconfigure.orm.jpa.AutoConfigureDataJpa",
                "org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureJdbc",
                "org.springframework.boot.data.jpa.test.autoconfigure.AutoConfigureDataJpa",
                "org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureJdbc"
            })
    void testSlicesMigrate(String annotation) throws IOException {
        try (InputStream file =
                getClass().getClassLoader().getResourceAsStream("META-INF/spring/" + annotation + ".imports")) {
            assertThat(file).isNotNull().hasContent(GodwitAutoConfiguration.class.getName());
        }
    }

    private static List<String> executed(ApplicationContext context) {
        return context.getBean(GodwitMigrator.class).report().migrations().stream()
                .map(Executed::version)
                .toList();
    }

    private static long rows(ApplicationContext context) {
        return context.getBean(JdbcTemplate.class).queryForObject("select count(*) from customers", Long.class);
    }

    private void create(String... statements) {
        JdbcTemplate database = new JdbcTemplate(new SimpleDriverDataSource(new Driver(), url, "sa", ""));
        List.of(statements).forEach(database::execute);
    }
}
