package dev.godwit.traffic;

import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.event.Event;
import dev.godwit.engine.execute.WorkText;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import dev.godwit.traffic.load.Place;
import dev.godwit.traffic.manoeuvre.Manoeuvres;
import dev.godwit.traffic.run.QuietRun;
import java.util.Locale;

/** Leads a manoeuvre through its moments without traffic, and prints the SQL of each: what the guide shows. */
public final class Walk {

    private Walk() {}

    /** @param arguments kind of database, such as {@code postgresql}, and the name of a manoeuvre */
    public static void main(String[] arguments) {
        DatabaseKind kind = DatabaseKind.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        int status = 1;
        try (TestDatabase database = Databases.fresh(kind)) {
            Place place = new Place(database.url(), database.user(), database.password());
            new QuietRun(place, Manoeuvres.named(arguments[1])).walk(System.out::println, Walk::show);
            status = 0;
        } catch (Exception e) {
            e.printStackTrace();
        }
        // The servers' threads would keep this JVM.
        System.exit(status);
    }

    private static void show(Event event) {
        if (event instanceof Event.StepStarted started) {
            System.out.println(WorkText.of(started.step().work()) + ";");
        }
    }
}
