package dev.godwit.engine.retain;

import dev.godwit.engine.event.Direction;
import dev.godwit.engine.problem.RetentionProblems;
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
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
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
    private final Map<String, RetainedRow> decided = new LinkedHashMap<>();
    private final Set<RetainedRow> broughtBack = new LinkedHashSet<>();
    private final Set<ValueStore> restored = new HashSet<>();
    private final Set<ValueStore> settled = new HashSet<>();
    private final Set<Identifier> putOff = new HashSet<>();
    private final Set<RetainedRow> missing = new LinkedHashSet<>();

    Decisions(Turn turn, Shelf shelf, List<RetainedRow> known, Retaining settings, String run) {
        this.turn = turn;
        this.shelf = shelf;
        this.known = new KnownRows(turn, known);
        this.settings = settings;
        this.run = run;
    }

    @Override
    public Optional<Identifier> retire(Table table, Optional<QualifiedName> live) {
        return retire(Kind.TABLE, table.name(), Optional.empty(), FormerDefinition.of(table), live);
    }

    @Override
    public Optional<Identifier> retire(QualifiedName table, Column column, Optional<QualifiedName> live) {
        return retire(Kind.COLUMN, table, Optional.of(column.name()), FormerDefinition.of(table, column), live);
    }

    /** A copy is made of every table, be it empty: rows that are not in it are new ones. */
    @Override
    public Identifier backup(QualifiedName table) {
        return made(table).orElseGet(() -> {
            String what = Kind.BACKUP + "|" + table;
            return decided.computeIfAbsent(
                            what,
                            key -> known.recorded(Kind.BACKUP, table, Optional.empty())
                                    .orElseGet(() -> copy(table)))
                    .reserved();
        });
    }

    /** The copy that the other direction has made and that is to be put back. */
    private Optional<Identifier> made(QualifiedName table) {
        return isWayBack()
                ? known.last(opposite(), Kind.BACKUP, table, Optional.empty()).map(RetainedRow::reserved)
                : Optional.empty();
    }

    private RetainedRow copy(QualifiedName table) {
        Identifier name = known.freeName(Kind.BACKUP, table, Optional.empty());
        if (!turn.begun() && isTaken(Kind.BACKUP, table, name)) {
            throw RetentionProblems.nameTaken(turn.version(), name.text(), table.toString());
        }
        return new RetainedRow(
                name.text(),
                turn.version(),
                turn.direction(),
                Kind.BACKUP,
                table,
                Optional.empty(),
                "",
                State.PLANNED,
                shelf.bytes(Kind.TABLE, table, Optional.empty()),
                Instant.now(),
                run);
    }

    @Override
    public Optional<Identifier> retire(Sequence sequence) {
        return retire(
                Kind.SEQUENCE,
                sequence.name(),
                Optional.empty(),
                FormerDefinition.of(sequence),
                Optional.of(sequence.name()));
    }

    @Override
    public Optional<Identifier> kept(Sequence sequence) {
        return kept(
                Kind.SEQUENCE,
                sequence.name(),
                Optional.empty(),
                () -> FormerDefinition.of(sequence),
                row -> shelf.hasSequence(sequence.name().withName(row.reserved())));
    }

    private Optional<Identifier> retire(
            Kind kind,
            QualifiedName table,
            Optional<Identifier> column,
            String definition,
            Optional<QualifiedName> live) {
        String what = kind + "|" + table + "|" + column;
        RetainedRow row = decided.get(what);
        if (row == null) {
            row = known.recorded(kind, table, column).orElseGet(() -> decide(kind, table, column, definition, live));
            decided.put(what, row);
        }
        return row.state() == State.PLANNED ? Optional.of(row.reserved()) : Optional.empty();
    }

    private RetainedRow decide(
            Kind kind,
            QualifiedName table,
            Optional<Identifier> column,
            String definition,
            Optional<QualifiedName> live) {
        boolean keep = settings.keep() && (live.isEmpty() || isWorthKeeping(kind, live.get()));
        Identifier name = known.freeName(kind, table, column);
        QualifiedName now = live.orElse(table);
        if (keep && isTaken(kind, now, name)) {
            throw RetentionProblems.nameTaken(
                    turn.version(),
                    name.text(),
                    column.map(c -> table + "." + c).orElseGet(table::toString));
        }
        return new RetainedRow(
                name.text(),
                turn.version(),
                turn.direction(),
                kind,
                table,
                column,
                definition,
                keep ? State.PLANNED : State.EMPTY,
                keep ? shelf.bytes(kind, now, column) : OptionalLong.empty(),
                Instant.now(),
                run);
    }

    private boolean isWorthKeeping(Kind kind, QualifiedName table) {
        try {
            return kind == Kind.SEQUENCE ? shelf.isUsed(table) : shelf.hasRows(table);
        } catch (SQLException e) {
            throw RetentionProblems.notReadable(turn.version(), table.toString(), e);
        }
    }

    private boolean isTaken(Kind kind, QualifiedName live, Identifier name) {
        return turn.looking()
                && switch (kind) {
                    case COLUMN -> shelf.hasColumn(live, name);
                    case SEQUENCE -> shelf.hasSequence(live.withName(name));
                    case TABLE, BACKUP, VALUES -> shelf.hasTable(live.withName(name));
                };
    }

    @Override
    public Optional<Identifier> kept(Table table) {
        return kept(
                Kind.TABLE,
                table.name(),
                Optional.empty(),
                () -> FormerDefinition.of(table),
                row -> shelf.hasTable(table.name().withName(row.reserved())));
    }

    @Override
    public Optional<Identifier> kept(QualifiedName table, Column column, QualifiedName live) {
        return kept(
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
                ? retire(Kind.VALUES, table, Optional.of(column.name()), FormerDefinition.of(table, column, key), live)
                        .map(name -> new ValueStore(table, column.name(), table.withName(name)))
                : Optional.empty();
    }

    /** Whether the values are kept that the migration replaces in a column, which has the same name before it. */
    public boolean keepsValues(Ref column) {
        return decided.values().stream()
                .filter(row -> row.kind() == Kind.VALUES && row.state() == State.PLANNED)
                .anyMatch(row ->
                        row.table().equals(column.object()) && row.column().equals(column.column()));
    }

    @Override
    public List<ValueStore> replaced() {
        Map<Ref, ValueStore> newest = new LinkedHashMap<>();
        known.of(opposite())
                .filter(row -> row.kind() == Kind.VALUES)
                .forEach(row -> newest.put(Ref.of(row.table(), row.column().orElseThrow()), store(row)));
        newest.values().removeAll(settled);
        return List.copyOf(newest.values());
    }

    /** What has been planned so far comes before what is planned from here on: values come back but once. */
    public void settle() {
        settled.addAll(restored);
    }

    private static ValueStore store(RetainedRow row) {
        return new ValueStore(
                row.table(), row.column().orElseThrow(), row.table().withName(row.reserved()));
    }

    @Override
    public boolean restores(ValueStore store, Column column, List<Identifier> key) {
        boolean restores = kept(
                        Kind.VALUES,
                        store.table(),
                        Optional.of(column.name()),
                        () -> FormerDefinition.of(store.table(), column, key),
                        row -> shelf.hasTable(store.name()))
                .isPresent();
        if (restores) {
            restored.add(store);
        }
        return restores;
    }

    @Override
    public void putOff(QualifiedName kept) {
        putOff.add(kept.name());
    }

    private Optional<Identifier> kept(
            Kind kind,
            QualifiedName table,
            Optional<Identifier> column,
            Supplier<String> definition,
            Predicate<RetainedRow> isThere) {
        Optional<RetainedRow> last = known.last(opposite(), kind, table, column);
        if (last.filter(row -> row.state() == State.PURGED).isPresent()) {
            acceptLoss(last.get());
        }
        if (last.filter(row -> row.state() == State.PLANNED && !turn.begun() && !isThere.test(row))
                .isPresent()) {
            if (kind != Kind.VALUES) {
                throw RetentionProblems.halfRetired(turn.version(), last.get());
            }
            missing.add(last.get());
        }
        Optional<RetainedRow> found = last.filter(row -> row.state() == State.RETAINED || row.state() == State.PLANNED)
                .filter(row -> row.definition().equals(definition.get()))
                .filter(row -> turn.begun() || !turn.looking() || isThere.test(row));
        found.ifPresent(broughtBack::add);
        return found.map(RetainedRow::reserved);
    }

    /** What comes back without its rows is not missed a second time. */
    private void acceptLoss(RetainedRow purged) {
        if (!settings.acceptLoss()) {
            throw RetentionProblems.purged(turn.version(), purged);
        }
        broughtBack.add(purged);
    }

    private Direction opposite() {
        return turn.direction().opposite();
    }

    @Override
    public Identifier retired(QualifiedName type) {
        return known.typeName(turn.direction(), type);
    }

    @Override
    public Identifier kept(QualifiedName type) {
        return known.typeName(opposite(), type);
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
        return decided.values().stream()
                .filter(row -> !known.rows().contains(row))
                .toList();
    }

    /** Rows that no longer say what is so: of an attempt that came to nothing, or of things that had no rows then. */
    List<RetainedRow> stale() {
        return switch (turn.stage()) {
            case FRESH ->
                Stream.concat(missing.stream(), turn.abandons() ? Stream.of() : known.underWay(turn.direction()))
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
        return broughtBack.stream()
                .filter(row -> row.state() == State.RETAINED && !putOff.contains(row.reserved()))
                .map(row -> row.with(State.PLANNED, row.at(), run))
                .toList();
    }

    /** What is kept once the migration has ended. */
    List<RetainedRow> keptAtEnd() {
        Stream<RetainedRow> backups = known.underWay(opposite()).filter(row -> row.kind() == Kind.BACKUP);
        return Stream.of(decided.values().stream(), backups, returned(true))
                .flatMap(rows -> rows)
                .filter(row -> row.state() == State.PLANNED)
                .map(row -> row.with(State.RETAINED, Instant.now(), run))
                .toList();
    }

    /** What is no longer kept once the migration has ended. */
    List<RetainedRow> goneAtEnd() {
        List<RetainedRow> gone = new ArrayList<>(broughtBack);
        decided.values().stream().filter(row -> row.state() == State.EMPTY).forEach(gone::add);
        known.underWay(opposite())
                .filter(row -> row.kind() != Kind.BACKUP && !gone.contains(row))
                .forEach(gone::add);
        returned(false).forEach(gone::add);
        return gone;
    }

    /** What the other direction had brought back: things go where they were, and replaced values are replaced again. */
    private Stream<RetainedRow> returned(boolean kept) {
        return known.underWay(turn.direction())
                .filter(row -> turn.abandons() && !decided.containsValue(row))
                .filter(row -> kept == (row.kind() != Kind.VALUES && row.kind() != Kind.BACKUP));
    }
}
