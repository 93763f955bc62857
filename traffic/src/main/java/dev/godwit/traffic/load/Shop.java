package dev.godwit.traffic.load;

import dev.godwit.traffic.manoeuvre.Account;
import dev.godwit.traffic.manoeuvre.Customer;
import dev.godwit.traffic.manoeuvre.Release;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.hibernate.AssertionFailure;

/** What one version of the application does, each request in a transaction of its own. */
final class Shop {

    private static final int CUSTOMERS_OF_AN_ACCOUNT = 5;

    private final EntityManagerFactory entities;
    private final Release release;
    private final Tally tally;

    Shop(EntityManagerFactory entities, Release release, Tally tally) {
        this.entities = entities;
        this.release = release;
        this.tally = tally;
    }

    /** Learns how far keys go. */
    void open() {
        entities.runInTransaction(em -> {
            tally.customerSeen(newest(em, "select max(c.id) from Customer c"));
            tally.accountSeen(newest(em, "select max(a.id) from Account a"));
        });
    }

    private static long newest(EntityManager em, String query) {
        return Optional.ofNullable(em.createQuery(query, Number.class).getSingleResult())
                .map(Number::longValue)
                .orElse(0L);
    }

    /**
     * Serves a request, once more where Hibernate lost its row: an entity of joined tables it reads first and locks then
     * on PostgreSQL, and it takes a row that another has deleted in between for a fault of its own (7.4).
     *
     * @throws RuntimeException when it fails, or reads a value that does not belong to its row
     */
    void serve(Request request) {
        try {
            serveOnce(request);
        } catch (AssertionFailure e) {
            serveOnce(request);
        }
    }

    private void serveOnce(Request request) {
        switch (request.kind()) {
            case READ -> entities.runInTransaction(em -> read(em, request));
            case SEARCH -> entities.runInTransaction(em -> search(em, request));
            case UPDATE -> change(request, customer -> customer.write(request.stamp()));
            case TOUCH -> change(request, customer -> customer.note("seen " + request.stamp()));
            case INSERT -> tally.inserted(count(em -> insert(em, request)));
            case DELETE -> tally.deleted(count(em -> delete(em, request)));
            case OPEN_ACCOUNT -> tally.inserted(count(em -> openAccount(em, request)));
            case CLOSE_ACCOUNT -> tally.deleted(count(em -> closeAccount(em, request)));
        }
    }

    private int count(ToIntFunction<EntityManager> work) {
        return entities.callInTransaction(work::applyAsInt);
    }

    private void read(EntityManager em, Request request) {
        Optional<? extends Customer> found = release.part()
                .<Optional<? extends Customer>>map(part -> readWith(em, part, key(request)))
                .orElseGet(() -> Optional.ofNullable(em.find(release.customer(), key(request))));
        found.ifPresent(Shop::requireAgreement);
    }

    private Optional<? extends Customer> readWith(EntityManager em, String part, Object key) {
        return em.createQuery(
                        "select c from Customer c left join fetch c.%s where c.id = :id".formatted(part),
                        release.customer())
                .setParameter("id", key)
                .getResultStream()
                .findFirst();
    }

    private void search(EntityManager em, Request request) {
        if (release.search().isEmpty()) {
            read(em, request);
            return;
        }
        Release.Search search = release.search().get();
        List<? extends Customer> found = em.createQuery(
                        "select c from Customer c where " + search.condition(), release.customer())
                .setParameter("value", search.value().apply(request.stamp()))
                .setMaxResults(10)
                .getResultList();
        found.forEach(Shop::requireAgreement);
    }

    private void change(Request request, Consumer<Customer> how) {
        entities.runInTransaction(
                em -> Optional.ofNullable(em.find(release.customer(), key(request), LockModeType.PESSIMISTIC_WRITE))
                        .ifPresent(customer -> {
                            requireAgreement(customer);
                            how.accept(customer);
                        }));
    }

    private int insert(EntityManager em, Request request) {
        Account account = em.find(Account.class, request.account(), LockModeType.PESSIMISTIC_READ);
        if (account == null) {
            return openAccount(em, request);
        }
        insert(em, account, request.stamp());
        return 1;
    }

    private void insert(EntityManager em, Account account, long stamp) {
        Customer customer = release.maker().get().of(account).write(stamp);
        em.persist(customer);
        tally.customerSeen(customer.number());
    }

    private int delete(EntityManager em, Request request) {
        Customer customer = em.find(release.customer(), key(request), LockModeType.PESSIMISTIC_WRITE);
        if (customer == null) {
            return 0;
        }
        em.remove(customer);
        return 1;
    }

    private int openAccount(EntityManager em, Request request) {
        Account account = new Account("account of " + request.stamp());
        em.persist(account);
        for (int i = 0; i < CUSTOMERS_OF_AN_ACCOUNT; i++) {
            insert(em, account, request.stamp() + i);
        }
        tally.accountSeen(account.id());
        return CUSTOMERS_OF_AN_ACCOUNT;
    }

    private int closeAccount(EntityManager em, Request request) {
        Account account = em.find(Account.class, request.account(), LockModeType.PESSIMISTIC_WRITE);
        if (account == null) {
            return 0;
        }
        int customers = lockedOf(em, account);
        em.createQuery("delete from Account a where a.id = :id")
                .setParameter("id", account.id())
                .executeUpdate();
        return customers;
    }

    /**
     * Locks the customers of a locked account, which gets no more, while each of them may be deleted by itself until then.
     * One by one by their keys: by the index of the account, InnoDB would lock the index before the row, and who deletes a
     * customer locks the row before the index.
     */
    private int lockedOf(EntityManager em, Account account) {
        List<?> keys = em.createQuery(
                        "select c.id from Customer c where c.account = :account order by c.id", Object.class)
                .setParameter("account", account)
                .getResultList();
        return (int) keys.stream()
                .filter(key -> em.find(release.customer(), key, LockModeType.PESSIMISTIC_WRITE) != null)
                .count();
    }

    private Object key(Request request) {
        return release.key().apply(request.customer());
    }

    private static void requireAgreement(Customer customer) {
        if (!customer.agrees()) {
            throw new IllegalStateException("A value does not belong to its row: " + customer);
        }
    }
}
