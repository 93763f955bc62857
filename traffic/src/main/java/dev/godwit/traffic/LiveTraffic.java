package dev.godwit.traffic;

import dev.godwit.change.DatabaseKind;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import dev.godwit.traffic.load.Place;
import dev.godwit.traffic.manoeuvre.Manoeuvre;
import dev.godwit.traffic.manoeuvre.Manoeuvres;
import dev.godwit.traffic.run.Deployment;
import dev.godwit.traffic.run.Settings;
import dev.godwit.traffic.run.Verdict;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Runs manoeuvres under traffic and prints what came of them. */
public final class LiveTraffic {

    private LiveTraffic() {}

    /** @param arguments kind of database, such as {@code postgresql}, and names of manoeuvres; none: all */
    public static void main(String[] arguments) throws InterruptedException {
        DatabaseKind kind = DatabaseKind.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        List<Manoeuvre> manoeuvres = arguments.length == 1
                ? Manoeuvres.all()
                : Arrays.stream(arguments).skip(1).map(Manoeuvres::named).toList();
        Settings settings = Settings.fromProperties();
        System.out.println(settings);
        boolean clean = false;
        try {
            clean = run(kind, manoeuvres, settings);
        } catch (SQLException | RuntimeException e) {
            e.printStackTrace();
        }
        // The servers' threads would keep this JVM.
        System.exit(clean ? 0 : 1);
    }

    private static boolean run(DatabaseKind kind, List<Manoeuvre> manoeuvres, Settings settings)
            throws SQLException, InterruptedException {
        boolean clean = true;
        for (Manoeuvre manoeuvre : manoeuvres) {
            clean &= run(kind, manoeuvre, settings);
        }
        return clean;
    }

    private static boolean run(DatabaseKind kind, Manoeuvre manoeuvre, Settings settings)
            throws SQLException, InterruptedException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Place place = new Place(database.url(), database.user(), database.password());
            Verdict verdict = new Deployment(place, manoeuvre, settings).run();
            System.out.println(verdict.text());
            return verdict.isClean();
        }
    }
}
