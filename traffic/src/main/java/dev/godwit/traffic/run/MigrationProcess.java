package dev.godwit.traffic.run;

import dev.godwit.engine.event.Event;
import dev.godwit.engine.event.Listener;
import dev.godwit.engine.event.LogListener;
import dev.godwit.traffic.load.Place;
import dev.godwit.traffic.manoeuvre.Manoeuvres;

/** The main class of a JVM that makes one move. It prints a line for each event of its run, and {@value #DONE} at its end. */
final class MigrationProcess {

    static final String DONE = "done";

    private MigrationProcess() {}

    /** @param arguments URL, user, password, name of the manoeuvre, move */
    public static void main(String[] arguments) {
        Migrator migrator = new Migrator(Place.of(arguments), Manoeuvres.named(arguments[3]));
        Listener listener = MigrationProcess::on;
        migrator.move(
                Move.valueOf(arguments[4]), Boolean.getBoolean("verbose") ? listener.and(new LogListener()) : listener);
        System.out.println(DONE);
    }

    private static void on(Event event) {
        System.out.println(event.getClass().getSimpleName());
    }
}
