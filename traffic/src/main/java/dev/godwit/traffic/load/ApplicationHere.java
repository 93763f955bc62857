package dev.godwit.traffic.load;

import dev.godwit.traffic.manoeuvre.Release;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Random;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.jpa.HibernatePersistenceConfiguration;

/** An application in this JVM. */
public final class ApplicationHere implements Application {

    /** Of a request: where a table stands in for a sequence, keys are drawn by a transaction beside the one that is open. */
    private static final int CONNECTIONS = 2;

    private final EntityManagerFactory entities;
    private final Tally tally = new Tally();
    private final Shop shop;
    private final Load load;
    private boolean open;

    private ApplicationHere(EntityManagerFactory entities, Release release, long seed) {
        this.entities = entities;
        this.shop = new Shop(entities, release, tally);
        this.load = new Load(new Requests(new Random(seed), tally), shop);
    }

    /** Starts without requests. */
    public static ApplicationHere start(Place database, Release release, long seed) {
        return new ApplicationHere(entities(database, release), release, seed);
    }

    static EntityManagerFactory entities(Place database, Release release) {
        Place place = database.ofApplications();
        HibernatePersistenceConfiguration configuration = new HibernatePersistenceConfiguration("shop");
        release.entities().forEach(configuration::managedClass);
        return configuration
                .jdbcUrl(place.url())
                .jdbcCredentials(place.user(), place.password())
                .property(AvailableSettings.POOL_SIZE, CONNECTIONS * Load.WORKERS)
                // At MariaDB's default, who deletes an account and who adds a customer beside it lock each other's
                // gaps:
                // deadlocks that no migration has to do with.
                .property(AvailableSettings.ISOLATION, "READ_COMMITTED")
                .createEntityManagerFactory();
    }

    @Override
    public void rate(int perSecond) {
        // Not before: a version that has no requests yet may not find its tables.
        if (perSecond > 0 && !open) {
            shop.open();
            open = true;
        }
        load.rate(perSecond);
    }

    @Override
    public Outcome end() {
        load.close();
        List<Sample> samples = load.samples();
        return new Outcome(samples, tally.growth());
    }

    @Override
    public void close() {
        load.close();
        entities.close();
    }
}
