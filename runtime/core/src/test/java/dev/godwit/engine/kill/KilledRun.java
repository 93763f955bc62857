package dev.godwit.engine.kill;

import dev.godwit.engine.Engine;
import dev.godwit.engine.Options;
import dev.godwit.engine.Phase;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.event.Event;
import dev.godwit.engine.execute.Limits;
import dev.godwit.engine.execute.Manners;
import dev.godwit.engine.rows.Pace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The main class of a JVM that migrates and is killed: at the event of a number it stops and waits for that.
 *
 * <p>Arguments: URL, user, password, file with the ledger, number of the event (0: none), phase. It prints {@code started} when
 * its run begins and {@code waiting} when the event has come.
 */
final class KilledRun {

    private KilledRun() {}

    public static void main(String[] arguments) throws IOException {
        String url = arguments[0];
        String user = arguments[1];
        String password = arguments[2];
        String ledger = Files.readString(Path.of(arguments[3]));
        int[] left = {Integer.parseInt(arguments[4])};
        Options options = Options.DEFAULT
                .withPhase(Phase.valueOf(arguments[5]))
                .withManners(new Manners(
                        Duration.ofSeconds(2),
                        40,
                        Duration.ofMillis(20),
                        Duration.ofMillis(200),
                        Pace.DEFAULT.withMostRows(50),
                        Limits.DEFAULT))
                .withListener(event -> on(event, left));
        Engine.of(
                        MigrationSource.of(ledger, KilledRun.class.getClassLoader()),
                        () -> DriverManager.getConnection(url, user, password),
                        options)
                .migrate(Optional.empty());
        say("done");
    }

    private static void on(Event event, int[] left) {
        if (event instanceof Event.RunStarted) {
            say("started");
        }
        left[0]--;
        if (left[0] == 0) {
            say("waiting");
            waitForTheKill();
        }
    }

    private static void waitForTheKill() {
        try {
            TimeUnit.MINUTES.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("Nobody killed this JVM.");
    }

    private static void say(String word) {
        System.out.println(word);
        System.out.flush();
    }
}
