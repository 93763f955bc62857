package dev.godwit.benchmarks.subject;

import java.time.Duration;

/** What this process has cost: its last line of output. */
final class Cost {

    private final long start = System.nanoTime();

    /** Prints the milliseconds of wall time since {@code main} began and of CPU time since the process began. */
    void print() {
        long wall = (System.nanoTime() - start) / 1_000_000;
        Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
        System.out.println();
        System.out.println(wall + " " + cpu.toMillis());
    }
}
