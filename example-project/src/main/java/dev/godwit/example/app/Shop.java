package dev.godwit.example.app;

import dev.godwit.example.model.Address;
import dev.godwit.example.model.Book;
import dev.godwit.example.model.Category;
import dev.godwit.example.model.Customer;
import dev.godwit.example.model.Gadget;
import dev.godwit.example.model.Money;
import dev.godwit.example.model.Order;
import dev.godwit.example.model.Product;
import dev.godwit.example.model.Review;
import dev.godwit.example.model.Supplier;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The shop at work: fills an empty database, takes an order, and tells what it has sold. */
public final class Shop {

    private final EntityManagerFactory entities;

    public Shop(EntityManagerFactory entities) {
        this.entities = entities;
    }

    /** Starts on the database of {@code godwit.url}, which {@code godwit:migrate} has brought up to date. */
    public static void main(String[] arguments) {
        try (EntityManagerFactory entities = Database.fromSettings().open()) {
            Shop shop = new Shop(entities);
            shop.openOnce();
            shop.sellOne();
            shop.report().forEach(System.out::println);
        }
    }

    /** Fills the shelves of a shop that has none. */
    public void openOnce() {
        entities.runInTransaction(em -> {
            if (em.createQuery("select count(p) from Product p", Long.class).getSingleResult() > 0) {
                return;
            }
            Supplier supplier = new Supplier("North Sea Trading");
            Category outdoors = new Category("Outdoors");
            em.persist(supplier);
            em.persist(outdoors);
            em.persist(new Book("Waders of the World", "M. Limosa", "9780000000002", Money.of("39.90"), 12)
                    .from(supplier)
                    .in(outdoors)
                    .tagged("birds"));
            em.persist(new Gadget("Spotting scope", 24, Money.of("249.00"), 3)
                    .from(supplier)
                    .in(outdoors)
                    .tagged("optics")
                    .tagged("birds"));
        });
    }

    /** Takes an order of a new customer for one of everything. */
    public void sellOne() {
        entities.runInTransaction(em -> {
            Customer customer = new Customer(
                    "Ada Byron",
                    "ada+%d@example.org".formatted(System.nanoTime()),
                    new Address("12 Harbour St", "Bergen", "5003"));
            em.persist(customer);
            Order order = new Order(customer, Instant.now());
            products(em).forEach(product -> order.add(product, 1));
            em.persist(order);
            products(em).stream()
                    .findFirst()
                    .ifPresent(product ->
                            em.persist(new Review(product, customer, 5, "Flew through it.", LocalDate.now())));
        });
    }

    private static List<Product> products(EntityManager em) {
        return em.createQuery("from Product p order by p.title", Product.class).getResultList();
    }

    /** One line per order, newest last. */
    public List<String> report() {
        return entities.callInTransaction(em -> em.createQuery("from Order o order by o.id", Order.class)
                .getResultStream()
                .map(order ->
                        "%s ordered for %s (%s)".formatted(order.customer().name(), order.total(), order.status()))
                .toList());
    }
}
