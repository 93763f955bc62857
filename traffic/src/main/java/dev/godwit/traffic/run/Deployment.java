package dev.godwit.traffic.run;

import dev.godwit.engine.problem.EngineException;
import dev.godwit.traffic.load.Application;
import dev.godwit.traffic.load.Application.Outcome;
import dev.godwit.traffic.load.ApplicationHere;
import dev.godwit.traffic.load.Place;
import dev.godwit.traffic.load.RemoteApplication;
import dev.godwit.traffic.load.Sample;
import dev.godwit.traffic.manoeuvre.Manoeuvre;
import dev.godwit.traffic.manoeuvre.Release;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * A manoeuvre deployed under traffic, and taken back: the old version alone, expand, both; once back from there; then
 * expand, both, the new version alone, contract; then the same in the other direction. Used once.
 */
public final class Deployment {

    /** In how many seconds what was asked for is served. */
    private static final int REST = 2;

    private final Place place;
    private final Manoeuvre manoeuvre;
    private final Settings settings;
    private final Rows rows;
    private final Random random;
    private final List<Stage> stages = new ArrayList<>();
    private final Map<String, Long> disagreeing = new LinkedHashMap<>();
    private int kills;

    public Deployment(Place place, Manoeuvre manoeuvre, Settings settings) {
        this.place = place;
        this.manoeuvre = manoeuvre;
        this.settings = settings;
        this.rows = new Rows(place);
        this.random = new Random(settings.seed());
    }

    /**
     * Leads an empty database forth and back.
     */
    public Verdict run() throws SQLException, InterruptedException {
        new Migrator(place, manoeuvre).begin();
        rows.fill(manoeuvre, settings.rows(), random);
        rows.analyze();
        try (Application before = start("before");
                Application after = start("after")) {
            Optional<String> brokenOff = lead(before, after);
            Outcome old = before.end();
            Outcome now = after.end();
            long expected = settings.rows() + old.growth() + now.growth();
            List<Sample> samples = new ArrayList<>(old.samples());
            samples.addAll(now.samples());
            return new Verdict(
                    "%s on %s, %s".formatted(manoeuvre, place.url(), settings),
                    List.copyOf(stages),
                    List.copyOf(samples),
                    disagreeing,
                    brokenOff.isPresent() ? 0 : expected - rows.count("select count(*) from customers"),
                    kills,
                    brokenOff);
        }
    }

    /** Why it was not led to the end. */
    private Optional<String> lead(Application before, Application after) throws InterruptedException {
        try {
            only(before, after);
            warmUp("old version starts");
            calm("old version");
            thereAndHalfBack(before, after);
            there(before, after);
            if (!manoeuvre.oneWay().contains(place.kind())) {
                back(before, after);
            }
            return Optional.empty();
        } catch (SQLException | IllegalStateException | EngineException e) {
            return Optional.of(e.toString());
        }
    }

    private void thereAndHalfBack(Application before, Application after) throws SQLException, InterruptedException {
        moving(Move.EXPAND);
        both(before, after, Move.AGAIN);
        only(before, after);
        moving(Move.RETREAT);
        look("old version, half way and back", manoeuvre.before());
        lookForScaffolding();
    }

    private void there(Application before, Application after) throws SQLException, InterruptedException {
        moving(Move.EXPAND);
        moving(Move.AGAIN);
        moving(Move.AGAIN);
        both(before, after, Move.AGAIN);
        only(after, before);
        calm("new version");
        moving(Move.CONTRACT);
        calm("new version, contracted");
        look("new version, contracted", manoeuvre.after());
        lookForScaffolding();
    }

    private void back(Application before, Application after) throws SQLException, InterruptedException {
        moving(Move.BACK_EXPAND);
        both(before, after, Move.BACK_EXPAND);
        only(before, after);
        calm("old version again");
        moving(Move.BACK_CONTRACT);
        calm("old version, contracted");
        look("old version, contracted", manoeuvre.before());
        lookForScaffolding();
    }

    /** @param again what is run again where one version reads later what the other has written */
    private void both(Application before, Application after, Move again) throws SQLException, InterruptedException {
        before.rate(settings.rate() / 2);
        after.rate(settings.rate() / 2);
        warmUp("both versions, one starts");
        calm("both versions");
        if (manoeuvre.lags()) {
            moving(again);
            before.rate(0);
            after.rate(0);
            TimeUnit.SECONDS.sleep(REST);
            moving(again);
        }
        look("both live: old version's", manoeuvre.before());
        look("both live: new version's", manoeuvre.after());
    }

    private void only(Application one, Application other) {
        other.rate(0);
        one.rate(settings.rate());
    }

    /** A version that has just started compiles its code: that is no measure of a migration. */
    private void warmUp(String name) throws InterruptedException {
        long from = now();
        TimeUnit.SECONDS.sleep(Math.max(1, settings.calm() / 5));
        stages.add(new Stage(name, false, from, now()));
    }

    private void calm(String name) throws InterruptedException {
        long from = now();
        TimeUnit.SECONDS.sleep(settings.calm());
        stages.add(new Stage(name, true, from, now()));
    }

    private void look(String what, Release release) throws SQLException {
        disagreeing.merge(what, rows.count(release.disagreeing()), Long::sum);
    }

    private void lookForScaffolding() throws SQLException {
        disagreeing.merge("triggers left behind", rows.scaffolding(), Long::sum);
    }

    private void moving(Move move) throws InterruptedException {
        long from = now();
        if (settings.processes()) {
            killed(move);
            try (Victim victim = Victim.start(place, manoeuvre, move)) {
                victim.finish();
            }
        } else {
            new Migrator(place, manoeuvre).move(move, event -> {});
        }
        stages.add(new Stage(move.text(), false, from, now()));
    }

    /**
     * Kills first behind one of the first events of a run, of which those that are over in a moment have some too; then
     * after moments that grow from run to run by chance, so that each run comes further than the one before.
     */
    private void killed(Move move) throws InterruptedException {
        for (int i = 0; i < settings.kills(); i++) {
            try (Victim victim = Victim.start(place, manoeuvre, move)) {
                int late = i - settings.kills() / 2;
                boolean killed = late < 0
                        ? victim.killAt(random.nextInt(2 + i))
                        : victim.killAfter(random.nextLong(30L + 20L * late * late));
                if (!killed) {
                    return;
                }
                kills++;
            }
        }
    }

    private Application start(String side) {
        long seed = random.nextLong();
        if (settings.processes()) {
            return RemoteApplication.start(place, manoeuvre.name(), side, seed);
        }
        return ApplicationHere.start(place, side.equals("before") ? manoeuvre.before() : manoeuvre.after(), seed);
    }

    private static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
