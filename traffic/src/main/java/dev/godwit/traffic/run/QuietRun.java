package dev.godwit.traffic.run;

import dev.godwit.engine.event.Listener;
import dev.godwit.traffic.load.Place;
import dev.godwit.traffic.manoeuvre.Manoeuvre;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** A manoeuvre led through its moments while nobody is at work. */
public final class QuietRun {

    private static final int ROWS = 100;
    private static final List<Move> MOVES =
            List.of(Move.EXPAND, Move.RETREAT, Move.EXPAND, Move.CONTRACT, Move.BACK_EXPAND, Move.BACK_CONTRACT);

    private final Place place;
    private final Manoeuvre manoeuvre;

    public QuietRun(Place place, Manoeuvre manoeuvre) {
        this.place = place;
        this.manoeuvre = manoeuvre;
    }

    /**
     * On an empty database.
     *
     * @param titles hears what comes
     * @param listener hears what each move does
     */
    public void walk(Consumer<String> titles, Listener listener) throws SQLException {
        Migrator migrator = new Migrator(place, manoeuvre);
        Rows rows = new Rows(place);
        migrator.begin();
        rows.fill(manoeuvre, ROWS, new Random(1));
        for (Move move : MOVES) {
            titles.accept("-- " + move.text());
            migrator.move(move, listener);
            titles.accept("-- history: " + migrator.states());
            titles.accept("-- customers: " + rows.columns("customers"));
            titles.accept("-- triggers and functions: " + rows.scaffolding());
        }
    }
}
