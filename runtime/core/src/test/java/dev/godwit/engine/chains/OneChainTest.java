package dev.godwit.engine.chains;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.Engine;
import dev.godwit.engine.Options;
import dev.godwit.engine.Phase;
import dev.godwit.engine.RollbackTarget;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.Ledgers;
import dev.godwit.testing.TestDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same twenty migrations on every database, over rows: Hibernate validates what comes out and works with it, and so again
 * after all the way back to the rows and forth once more.
 */
class OneChainTest {

    enum Tier {
        BRONZE,
        GOLD,
        SILVER
    }

    @Entity(name = "Customer")
    @Table(name = "customers")
    static class Customer {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(name = "full_name", length = 80, nullable = false)
        String fullName;

        @Column(name = "first_name", length = 80)
        String firstName;

        @Column(name = "last_name", length = 80)
        String lastName;

        @Column(name = "public_id", nullable = false)
        UUID publicId;

        @Enumerated(EnumType.STRING)
        @Column(nullable = false)
        Tier tier;

        boolean active;

        @JdbcTypeCode(SqlTypes.JSON)
        String profile;
    }

    @Entity(name = "Purchase")
    @Table(name = "purchases")
    static class Purchase {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "purchases_seq")
        @SequenceGenerator(name = "purchases_seq", sequenceName = "purchases_seq", allocationSize = 50)
        Long id;

        @ManyToOne(optional = false)
        Customer customer;

        @Column(length = 20, nullable = false)
        String number;

        @Column(precision = 12, scale = 2)
        BigDecimal total;

        @Column(name = "placed_at")
        Instant placedAt;
    }

    record TagId(Long customer, String tag) implements Serializable {}

    @Entity(name = "Tag")
    @Table(name = "tags")
    @IdClass(TagId.class)
    static class Tag {
        @Id
        @ManyToOne
        Customer customer;

        @Id
        @Column(length = 40)
        String tag;
    }

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void leadsEveryDatabaseToWhatHibernateValidates(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = engine(database);
            engine.migrate(
                    Optional.of(Ledgers.version(TwentyMigrations.BEFORE_ROWS).text()));
            database.execute(
                    "insert into customers (name) values ('Ada Byron'), ('Blaise Pascal')",
                    "insert into orders (id, customer_id) values (1001, 1), (1002, 2), (1003, 2)");

            engine.migrate(Optional.empty());
            assertThat(TwentyMigrations.all()).hasSize(20);
            validateAndUse(database, "first");

            engine.rollback(RollbackTarget.to(
                    Ledgers.version(TwentyMigrations.BEFORE_ROWS).text()));
            assertThat(rows(database, "select name from customers order by id")).startsWith("Ada Byron");
            engine.migrate(Optional.empty());
            validateAndUse(database, "second");
            assertThat(rows(
                            database,
                            "select concat(number, ' ', last_name) from purchases p join customers c on c.id = p.customer_id"
                                    + " where p.id > 1000 order by p.id"))
                    .containsExactly("N1001 Byron", "N1002 Pascal", "N1003 Pascal");
        }
    }

    private static void validateAndUse(TestDatabase database, String number) {
        StandardServiceRegistry registry = new StandardServiceRegistryBuilder()
                .applySetting("jakarta.persistence.jdbc.url", database.url())
                .applySetting("jakarta.persistence.jdbc.user", database.user())
                .applySetting("jakarta.persistence.jdbc.password", database.password())
                .applySetting("hibernate.hbm2ddl.auto", "validate")
                .build();
        try (SessionFactory factory = new MetadataSources(registry)
                .addAnnotatedClasses(Customer.class, Purchase.class, Tag.class)
                .buildMetadata()
                .buildSessionFactory()) {
            factory.inTransaction(session -> {
                Customer customer = new Customer();
                customer.fullName = "Carl Gauss";
                customer.publicId = UUID.randomUUID();
                customer.tier = Tier.GOLD;
                customer.active = true;
                session.persist(customer);
                Purchase purchase = new Purchase();
                purchase.customer = customer;
                purchase.number = number;
                purchase.total = new BigDecimal("12.50");
                purchase.placedAt = Instant.parse("2026-02-03T04:05:06.123456Z");
                session.persist(purchase);
                Tag tag = new Tag();
                tag.customer = customer;
                tag.tag = number;
                session.persist(tag);
            });
            factory.inTransaction(session -> {
                Purchase found = session.createQuery("from Purchase where number = :number", Purchase.class)
                        .setParameter("number", number)
                        .getSingleResult();
                assertThat(found.placedAt).isEqualTo("2026-02-03T04:05:06.123456Z");
                assertThat(found.customer.tier).isEqualTo(Tier.GOLD);
            });
        } finally {
            StandardServiceRegistryBuilder.destroy(registry);
        }
    }

    private static List<String> rows(TestDatabase database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }

    private static Engine engine(TestDatabase database) {
        return Engine.of(
                new MigrationSource(Ledgers.of(TwentyMigrations.all()), OneChainTest.class.getClassLoader()),
                ConnectionSource.of(database.dataSource()),
                Options.DEFAULT.withPhase(Phase.ALL).withListener(event -> {}));
    }
}
