package dev.godwit.engine.server;

import java.sql.Connection;
import java.sql.SQLException;

/** Renews a lease on a connection of its own, beside the work. */
final class Heartbeat implements Runnable {

    private final Connection connection;
    private final String token;
    private final LeaseLock.Terms terms;
    private final Thread thread = new Thread(this, "godwit-lease");
    private volatile long renewed = System.nanoTime();
    private volatile boolean lost;

    private Heartbeat(Connection connection, String token, LeaseLock.Terms terms) {
        this.connection = connection;
        this.token = token;
        this.terms = terms;
    }

    /** @param connection used by nobody else until {@link #stop} */
    static Heartbeat start(Connection connection, String token, LeaseLock.Terms terms) {
        Heartbeat heartbeat = new Heartbeat(connection, token, terms);
        heartbeat.thread.setDaemon(true);
        heartbeat.thread.start();
        return heartbeat;
    }

    boolean isValid() {
        return !lost && System.nanoTime() - renewed < terms.valid().toNanos();
    }

    @Override
    public void run() {
        try {
            while (!lost) {
                Thread.sleep(terms.beat().toMillis());
                renew();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What cannot be said to the server now may be said in a moment; if not, the lease ends by time. */
    private void renew() {
        long now = System.nanoTime();
        try {
            boolean held =
                    Jdbc.update(connection, "update godwit_lease set beat = beat + 1 where id = 1 and token = ?", token)
                            == 1;
            if (held) {
                renewed = now;
            }
            lost = lost || !held;
        } catch (SQLException e) {
            System.getLogger("dev.godwit").log(System.Logger.Level.DEBUG, "The lease was not renewed", e);
        }
    }

    void stop() {
        lost = true;
        thread.interrupt();
        try {
            thread.join(terms.beat().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
