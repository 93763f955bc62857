package dev.godwit.traffic.run;

/**
 * How much traffic, for how long.
 *
 * @param rows customers that are there before
 * @param rate requests per second, of all versions together
 * @param calm seconds of each stage without a migration
 * @param kills how often a migrating process is killed in each move before it may end
 * @param seed of all chance
 * @param processes whether applications and migrations run in JVMs of their own; kills need them
 */
public record Settings(int rows, int rate, int calm, int kills, long seed, boolean processes) {

    /**
     * Those that the system properties {@code rows}, {@code rate}, {@code calm}, {@code kills}, {@code seed} and
     * {@code here} name.
     */
    public static Settings fromProperties() {
        return new Settings(
                Integer.getInteger("rows", 200_000),
                Integer.getInteger("rate", 100),
                Integer.getInteger("calm", 20),
                Integer.getInteger("kills", 0),
                Long.getLong("seed", System.nanoTime()),
                !Boolean.getBoolean("here"));
    }
}
