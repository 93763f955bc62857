package dev.godwit.traffic.load;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests at a steady rate. A request is due whether or not those before it have ended, and its latency counts from then:
 * one who has to wait for others has waited.
 */
final class Load implements AutoCloseable {

    static final int WORKERS = 8;

    private static final long IDLE = TimeUnit.MILLISECONDS.toNanos(5);

    private final Requests requests;
    private final Shop shop;
    private final Queue<Sample> samples = new ConcurrentLinkedQueue<>();
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    private final Thread clock = new Thread(this::tick, "clock");
    private final long begin = System.nanoTime();
    private final long beginMicros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    private final AtomicInteger unserved = new AtomicInteger();
    private volatile int rate;
    private volatile boolean idle = true;
    private volatile boolean closed;

    Load(Requests requests, Shop shop) {
        this.requests = requests;
        this.shop = shop;
        clock.setDaemon(true);
        clock.start();
    }

    /** @param perSecond 0: no more requests, and those that are due are served before this returns */
    void rate(int perSecond) {
        rate = perSecond;
        while (perSecond == 0 && !(idle && unserved.get() == 0)) {
            LockSupport.parkNanos(IDLE);
        }
    }

    private void tick() {
        long next = System.nanoTime();
        while (!closed) {
            int perSecond = rate;
            idle = perSecond == 0;
            if (idle) {
                LockSupport.parkNanos(IDLE);
                next = System.nanoTime();
            } else {
                next += TimeUnit.SECONDS.toNanos(1) / perSecond;
                waitUntil(next);
                long due = next;
                Request request = requests.next();
                unserved.incrementAndGet();
                workers.execute(() -> serve(request, due));
            }
        }
    }

    private static void waitUntil(long moment) {
        for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void serve(Request request, long due) {
        Optional<String> failure = failure(request);
        long latency = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due);
        long dueMicros = beginMicros + TimeUnit.NANOSECONDS.toMicros(due - begin);
        samples.add(new Sample(dueMicros, latency, request.kind(), failure));
        unserved.decrementAndGet();
    }

    private Optional<String> failure(Request request) {
        try {
            shop.serve(request);
            return Optional.empty();
        } catch (RuntimeException e) {
            Throwable cause = e;
            StringBuilder text = new StringBuilder(e.toString());
            while (cause.getCause() != null) {
                cause = cause.getCause();
                text.append(" / ").append(cause);
            }
            return Optional.of(text.toString());
        }
    }

    /** Ends: no more requests, those that are due are served. */
    @Override
    public void close() {
        closed = true;
        try {
            clock.join();
            workers.shutdown();
            if (!workers.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("Requests do not end.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            workers.shutdownNow();
        }
    }

    /** Those that have ended. */
    List<Sample> samples() {
        return List.copyOf(samples);
    }
}
