package dev.godwit.engine.retain;

import dev.godwit.engine.event.Direction;
import dev.godwit.engine.store.RetainedRow;
import dev.godwit.engine.store.RetainedRow.Kind;
import dev.godwit.engine.store.RetainedRow.State;
import dev.godwit.plan.Retention;
import dev.godwit.plan.ValueStore;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Sequence;
import dev.godwit.schema.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What becomes of the rows that one migration drops, going one way, and which kept ones it brings back.
 *
 * <p>Decided once, by looking at the database before the first step, and recorded; an interrupted migration goes on by
 * what was recorded, so that its steps stay the same ones.
 */
public final class Decisions implements Retention {

    /**
     * The turn that is decided about.
     *
     * @param stage how much of it has been executed
     * @param looking whether the database is what the migration will find; otherwise, in a plan of several, what is kept
     *     is believed to be where the list says
     * @param returns whether there is a way back, for which replaced values could be of use
     * @param abandons whether it takes back the other direction, which has been executed in part, so that what that has
     *     brought back goes where it was
     */
    public record Turn(
            String version, Direction direction, Stage stage, boolean looking, boolean returns, boolean abandons) {

        boolean begun() {
            return stage != Stage.FRESH;
        }

        Direction opposite() {
            return direction.opposite();
        }
    }

    /** How much of a turn has been executed. */
    public enum Stage {
        /** Nothing. */
        FRESH,
        /** An interrupted run has executed steps. */
        BEGUN,
        /** All that a running version survives, and nothing of the rest: what had no rows may have some by now. */
        EXPANDED
    }

    private final Turn turn;
    private final Shelf shelf;
    private final KnownRows known;
    private final Retaining settings;
    private final String run;
    private final Departing departing;
    private final Returning returning;
    private final Set<Identifier> putOff = new HashSet<>();

    Decisions(Turn turn, Shelf shelf, List<RetainedRow> known, Retaining settings, String run) {
        this.turn = turn;
        this.shelf = shelf;
        this.known = new KnownRows(turn, known);
        this.settings = settings;
        this.run = run;
        this.departing = new Departing(turn, shelf, this.known, settings, run);
        this.returning = new Returning(turn, this.known, settings);
    }

    @Override
    public Optional<Identifier> retire(Table table, Optional<QualifiedName> live) {
        return departing.retire(Kind.TABLE, table.name(), Optional.empty(), FormerDefinition.of(table), live);
    }

    @Override
    public Optional<Identifier> retire(QualifiedName table, Column column, Optional<QualifiedName> live) {
        return departing.retire(
                Kind.COLUMN, table, Optional.of(column.name()), FormerDefinition.of(table, column), live);
    }

    /** A copy is made of every table, be it empty: rows that are not in it are new ones. */
    @Override
    public Identifier backup(QualifiedName table) {
        return returning.backup(table).orElseGet(() -> departing.backup(table));
    }

    @Override
    public Optional<Identifier> retire(Sequence sequence) {
        return departing.retire(
                Kind.SEQUENCE,
                sequence.name(),
                Optional.empty(),
                FormerDefinition.of(sequence),
                Optional.of(sequence.name()));
    }

    @Override
    public Optional<Identifier> kept(Sequence sequence) {
        return returning.kept(
                Kind.SEQUENCE,
                sequence.name(),
                Optional.empty(),
                () -> FormerDefinition.of(sequence),
                row -> shelf.hasSequence(sequence.name().withName(row.reserved())));
    }

    @Override
    public Optional<Identifier> kept(Table table) {
        return returning.kept(
                Kind.TABLE,
                table.name(),
                Optional.empty(),
                () -> FormerDefinition.of(table),
                row -> shelf.hasTable(table.name().withName(row.reserved())));
    }

    @Override
    public Optional<Identifier> kept(QualifiedName table, Column column, QualifiedName live) {
        return returning.kept(
                Kind.COLUMN,
                table,
                Optional.of(column.name()),
                () -> FormerDefinition.of(table, column),
                row -> shelf.hasColumn(live, row.reserved()));
    }

    @Override
    public Optional<ValueStore> replace(
            QualifiedName table, Column column, List<Identifier> key, Optional<QualifiedName> live) {
        return turn.returns()
                ? departing
                        .retire(
                                Kind.VALUES,
                                table,
                                Optional.of(column.name()),
                                FormerDefinition.of(table, column, key),
                                live)
                        .map(name -> new ValueStore(table, column.name(), table.withName(name)))
                : Optional.empty();
    }

    /** Whether the values are kept that the migration replaces in a column, which has the same name before it. */
    public boolean keepsValues(Ref column) {
        return departing.rows().stream()
                .filter(row -> row.kind() == Kind.VALUES && row.state() == State.PLANNED)
                .anyMatch(row ->
                        row.table().equals(column.object()) && row.column().equals(column.column()));
    }

    @Override
    public List<ValueStore> replaced() {
        return returning.replaced();
    }

    /** What has been planned so far comes before what is planned from here on: values come back but once. */
    public void settle() {
        returning.settle();
    }

    @Override
    public boolean restores(ValueStore store, Column column, List<Identifier> key) {
        return returning.restores(
                store,
                column.name(),
                () -> FormerDefinition.of(store.table(), column, key),
                row -> shelf.hasTable(store.name()));
    }

    @Override
    public void putOff(QualifiedName kept) {
        putOff.add(kept.name());
    }

    @Override
    public Identifier retired(QualifiedName type) {
        return known.typeName(turn.direction(), type);
    }

    @Override
    public Identifier kept(QualifiedName type) {
        return known.typeName(turn.opposite(), type);
    }

    @Override
    public boolean isWayBack() {
        return turn.direction() == Direction.DOWN;
    }

    @Override
    public boolean leavesUnvalidated() {
        return isWayBack() && settings.unvalidated();
    }

    /** Whether anything is to be written before the first step. */
    public boolean isToRecord() {
        return !stale().isEmpty() || !recordedAtStart().isEmpty();
    }

    /** What is recorded before the first step: rows to write over those of an attempt that came to nothing. */
    List<RetainedRow> recordedAtStart() {
        return departing.rows().stream()
                .filter(row -> !known.rows().contains(row))
                .toList();
    }

    /** Rows that no longer say what is so: of an attempt that came to nothing, or of things that had no rows then. */
    List<RetainedRow> stale() {
        return switch (turn.stage()) {
            case FRESH ->
                Stream.concat(
                                returning.missing().stream(),
                                turn.abandons() ? Stream.of() : known.underWay(turn.direction()))
                        .toList();
            case BEGUN -> List.of();
            case EXPANDED ->
                known.underWay(turn.direction())
                        .filter(row -> row.state() == State.EMPTY)
                        .toList();
        };
    }

    /** What has been brought back while the rest of the turn is still to come. */
    List<RetainedRow> backWhileOpen() {
        return returning.rows().stream()
                .filter(row -> row.state() == State.RETAINED && !putOff.contains(row.reserved()))
                .map(row -> row.with(State.PLANNED, row.at(), run))
                .toList();
    }

    /** What is kept once the migration has ended. */
    List<RetainedRow> keptAtEnd() {
        Stream<RetainedRow> backups = known.underWay(turn.opposite()).filter(row -> row.kind() == Kind.BACKUP);
        return Stream.of(departing.rows().stream(), backups, returned(true))
                .flatMap(rows -> rows)
                .filter(row -> row.state() == State.PLANNED)
                .map(row -> row.with(State.RETAINED, Instant.now(), run))
                .toList();
    }

    /** What is no longer kept once the migration has ended. */
    List<RetainedRow> goneAtEnd() {
        List<RetainedRow> gone = new ArrayList<>(returning.rows());
        departing.rows().stream().filter(row -> row.state() == State.EMPTY).forEach(gone::add);
        known.underWay(turn.opposite())
                .filter(row -> row.kind() != Kind.BACKUP && !gone.contains(row))
                .forEach(gone::add);
        returned(false).forEach(gone::add);
        return gone;
    }

    /** What the other direction had brought back: things go where they were, and replaced values are replaced again. */
    private Stream<RetainedRow> returned(boolean kept) {
        return known.underWay(turn.direction())
                .filter(row -> turn.abandons() && !departing.rows().contains(row))
                .filter(row -> kept == (row.kind() != Kind.VALUES && row.kind() != Kind.BACKUP));
    }
}
