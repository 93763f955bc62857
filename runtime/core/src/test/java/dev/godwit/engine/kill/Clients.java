package dev.godwit.engine.kill;

import dev.godwit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Somebody who writes to the accounts meanwhile, and counts what was committed. */
final class Clients implements AutoCloseable {

    private final TestDatabase database;
    private final Random random;
    private final boolean inserting;
    private final CompletableFuture<Void> work;
    private volatile boolean stop;
    private long updated;
    private long inserted;

    private Clients(TestDatabase database, long seed, boolean inserting) {
        this.database = database;
        this.random = new Random(seed);
        this.inserting = inserting;
        this.work = CompletableFuture.runAsync(this::work);
    }

    /** Gives points to accounts, one statement a transaction, and opens accounts behind the last one. */
    static Clients updatingAndInserting(TestDatabase database, long seed) {
        return new Clients(database, seed, true);
    }

    /** Gives points to accounts, one statement a transaction. */
    static Clients updating(TestDatabase database, long seed) {
        return new Clients(database, seed, false);
    }

    private void work() {
        try (Connection connection = database.connect();
                PreparedStatement update =
                        connection.prepareStatement("update accounts set points = points + 1 where id = ?");
                PreparedStatement insert =
                        connection.prepareStatement("insert into accounts (id, name, points) values (?, ?, 0)")) {
            while (!stop) {
                update.setLong(1, 1 + random.nextInt(Accounts.ROWS));
                updated += update.executeUpdate();
                if (inserting) {
                    long id = Accounts.ROWS + inserted + 1;
                    insert.setLong(1, id);
                    insert.setString(2, "First%1$d Last%1$d".formatted(id));
                    inserted += insert.executeUpdate();
                }
                Thread.sleep(1);
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalStateException when one of its statements failed */
    void end() {
        stop = true;
        try {
            work.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("A client was not served.", e);
        }
    }

    long updated() {
        return updated;
    }

    long inserted() {
        return inserted;
    }

    @Override
    public void close() {
        stop = true;
    }
}
