package dev.godwit.engine.kill;

import dev.godwit.engine.Engine;
import dev.godwit.engine.Options;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.event.Event;
import dev.godwit.engine.execute.Manners;
import dev.godwit.engine.rows.Pace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;

/**
 * The main class of a JVM that copies one database into another and is killed.
 *
 * <p>Arguments: URL, user, password of the one, the same of the other, file with the ledger, rows of a batch, number of a
 * batch. It prints {@code started} when so many batches are done, and goes on.
 */
final class KilledCopy {

    private KilledCopy() {}

    public static void main(String[] arguments) throws IOException {
        int[] left = {Integer.parseInt(arguments[8])};
        String ledger = Files.readString(Path.of(arguments[6]));
        Options options = Options.DEFAULT
                .withManners(Manners.DEFAULT.withPace(Pace.DEFAULT.withMostRows(Integer.parseInt(arguments[7]))))
                .withListener(event -> on(event, left));
        Engine.of(
                        MigrationSource.of(ledger, KilledCopy.class.getClassLoader()),
                        () -> DriverManager.getConnection(arguments[3], arguments[4], arguments[5]),
                        options)
                .copy(() -> DriverManager.getConnection(arguments[0], arguments[1], arguments[2]), false);
        say("done");
    }

    private static void on(Event event, int[] left) {
        if (event instanceof Event.Progress) {
            left[0]--;
            if (left[0] == 0) {
                say("started");
            }
        }
    }

    private static void say(String word) {
        System.out.println(word);
        System.out.flush();
    }
}
