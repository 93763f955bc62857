package dev.godwit.example.app;

import dev.godwit.example.model.Book;
import dev.godwit.example.model.Category;
import dev.godwit.example.model.Customer;
import dev.godwit.example.model.Gadget;
import dev.godwit.example.model.MoneyConverter;
import dev.godwit.example.model.Order;
import dev.godwit.example.model.OrderLine;
import dev.godwit.example.model.Product;
import dev.godwit.example.model.Review;
import dev.godwit.example.model.Supplier;
import jakarta.persistence.EntityManagerFactory;
import java.util.Optional;
import org.hibernate.cfg.Configuration;

/** Where the shop keeps its data. */
public record Database(String url, String user, String password) {

    static final String EMBEDDED = "jdbc:h2:file:./target/shop";

    /** What the goals of Godwit are given too, so that both speak of the same database. */
    public static Database fromSettings() {
        return new Database(
                setting("url").orElse(EMBEDDED),
                setting("user").orElse("sa"),
                setting("password").orElse(""));
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getProperty("godwit." + name, System.getenv("GODWIT_" + name.toUpperCase())));
    }

    /** Starts Hibernate, which refuses a schema that the entities do not match. */
    public EntityManagerFactory open() {
        return new Configuration()
                .setProperty("jakarta.persistence.jdbc.url", url)
                .setProperty("jakarta.persistence.jdbc.user", user)
                .setProperty("jakarta.persistence.jdbc.password", password)
                .setProperty("hibernate.hbm2ddl.auto", "validate")
                .addAnnotatedClasses(
                        Book.class,
                        Category.class,
                        Customer.class,
                        Gadget.class,
                        MoneyConverter.class,
                        Order.class,
                        OrderLine.class,
                        Product.class,
                        Review.class,
                        Supplier.class)
                .buildSessionFactory();
    }
}
