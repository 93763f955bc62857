package dev.godwit.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.Godwit;
import dev.godwit.engine.Engine;
import dev.godwit.engine.Options;
import dev.godwit.engine.RollbackTarget;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.example.app.Database;
import dev.godwit.example.app.Shop;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShopTest {

    private final JdbcDataSource dataSource = new JdbcDataSource();

    @BeforeEach
    void emptyDatabase() {
        dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        dataSource.setUser("sa");
        dataSource.setPassword("");
    }

    @Test
    void theMigratedSchemaIsTheOneThatHibernateValidates() {
        Godwit.on(dataSource).migrate();

        try (EntityManagerFactory entities = new Database(dataSource.getURL(), "sa", "").open()) {
            Shop shop = new Shop(entities);
            shop.openOnce();
            shop.sellOne();
            assertThat(shop.report()).containsExactly("Ada Byron ordered for 288.90 (NEW)");
        }
    }

    @Test
    void aSplitAddressComesBack() throws SQLException {
        Engine engine = Engine.of(
                MigrationSource.onClassPath(ShopTest.class.getClassLoader()),
                ConnectionSource.of(dataSource),
                Options.DEFAULT);
        engine.migrate(Optional.empty());
        engine.rollback(RollbackTarget.steps(1));
        insert(1, "1 Quay, Loft 2, Bergen, 5003");
        insert(2, "Lighthouse");

        engine.migrate(Optional.empty());

        assertThat(text("select street || '|' || city || '|' || postal_code from customers where id = 1"))
                .isEqualTo("1 Quay, Loft 2|Bergen|5003");
        assertThat(text("select street from customers where id = 2")).isEqualTo("Lighthouse");

        engine.rollback(RollbackTarget.steps(1));

        assertThat(text("select address from customers where id = 1")).isEqualTo("1 Quay, Loft 2, Bergen, 5003");
        assertThat(text("select address from customers where id = 2")).isEqualTo("Lighthouse");
    }

    private void insert(int id, String address) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into customers (id, name, email, address) values (%d, 'A', 'a%d@x', '%s')"
                    .formatted(id, id, address));
        }
    }

    private String text(String query) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
