package dev.godwit.engine.retain;

import dev.godwit.change.AddColumn;
import dev.godwit.change.Change;
import dev.godwit.change.CreateSequence;
import dev.godwit.change.CreateTable;
import dev.godwit.engine.event.Direction;
import dev.godwit.engine.problem.RetentionProblems;
import dev.godwit.engine.store.RetainedRow;
import dev.godwit.engine.store.RetainedRow.Kind;
import dev.godwit.engine.store.RetainedRow.State;
import dev.godwit.ledger.Fingerprint;
import dev.godwit.plan.KeptNames;
import dev.godwit.plan.Retention;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Sequence;
import dev.godwit.schema.Table;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
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
     * @param begun whether an interrupted run has executed steps of it
     * @param looking whether the database is what the migration will find; otherwise, in a plan of several, what is kept
     *     is believed to be where the list says
     */
    public record Turn(String version, Direction direction, boolean begun, boolean looking) {}

    private final Turn turn;
    private final Shelf shelf;
    private final List<RetainedRow> known;
    private final Retaining settings;
    private final String run;
    private final Map<String, RetainedRow> decided = new LinkedHashMap<>();
    private final Set<RetainedRow> broughtBack = new LinkedHashSet<>();

    Decisions(Turn turn, Shelf shelf, List<RetainedRow> known, Retaining settings, String run) {
        this.turn = turn;
        this.shelf = shelf;
        this.known = known;
        this.settings = settings;
        this.run = run;
    }

    @Override
    public Optional<Identifier> retire(Table table, Optional<QualifiedName> live) {
        return retire(Kind.TABLE, table.name(), Optional.empty(), definition(table), live);
    }

    @Override
    public Optional<Identifier> retire(QualifiedName table, Column column, Optional<QualifiedName> live) {
        return retire(Kind.COLUMN, table, Optional.of(column.name()), definition(table, column), live);
    }

    /** A copy is made of every table, be it empty: rows that are not in it are new ones. */
    @Override
    public Identifier backup(QualifiedName table) {
        return made(table).orElseGet(() -> {
            String what = Kind.BACKUP + "|" + table;
            return decided.computeIfAbsent(
                            what,
                            key -> recorded(Kind.BACKUP, table, Optional.empty())
                                    .orElseGet(() -> copy(table)))
                    .reserved();
        });
    }

    /** The copy that the other direction has made and that is to be put back. */
    private Optional<Identifier> made(QualifiedName table) {
        return known.stream()
                .filter(row -> isWayBack() && row.isOf(turn.version(), opposite()))
                .filter(row -> isSame(row, Kind.BACKUP, table, Optional.empty()))
                .reduce((older, newer) -> newer)
                .map(RetainedRow::reserved);
    }

    private RetainedRow copy(QualifiedName table) {
        return new RetainedRow(
                freeName(Kind.BACKUP, table, Optional.empty()).text(),
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
                Kind.SEQUENCE, sequence.name(), Optional.empty(), definition(sequence), Optional.of(sequence.name()));
    }

    @Override
    public Optional<Identifier> kept(Sequence sequence) {
        return kept(
                Kind.SEQUENCE,
                sequence.name(),
                Optional.empty(),
                definition(sequence),
                row -> shelf.hasSequence(sequence.name().withName(row.reserved())));
    }

    private Optional<Identifier> retire(
            Kind kind,
            QualifiedName table,
            Optional<Identifier> column,
            Change definition,
            Optional<QualifiedName> live) {
        String what = kind + "|" + table + "|" + column;
        RetainedRow row = decided.get(what);
        if (row == null) {
            row = recorded(kind, table, column).orElseGet(() -> decide(kind, table, column, definition, live));
            decided.put(what, row);
        }
        return row.state() == State.PLANNED ? Optional.of(row.reserved()) : Optional.empty();
    }

    private Optional<RetainedRow> recorded(Kind kind, QualifiedName table, Optional<Identifier> column) {
        return known.stream()
                .filter(row -> turn.begun() && row.isUnderWay() && row.isOf(turn.version(), turn.direction()))
                .filter(row -> isSame(row, kind, table, column))
                .findFirst();
    }

    private static boolean isSame(RetainedRow row, Kind kind, QualifiedName table, Optional<Identifier> column) {
        return row.kind() == kind && row.table().equals(table) && row.column().equals(column);
    }

    private RetainedRow decide(
            Kind kind,
            QualifiedName table,
            Optional<Identifier> column,
            Change definition,
            Optional<QualifiedName> live) {
        boolean keep = settings.keep() && (live.isEmpty() || isWorthKeeping(kind, live.get()));
        Identifier name = freeName(kind, table, column);
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
                fingerprint(definition),
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
                    case TABLE, BACKUP -> shelf.hasTable(live.withName(name));
                };
    }

    /** The same migration may have dropped a thing of this name before, and kept it in another form. */
    private Identifier freeName(Kind kind, QualifiedName table, Optional<Identifier> column) {
        String origin = "%s|%s|%s|%s|%s"
                .formatted(
                        turn.version(),
                        turn.direction(),
                        kind,
                        table,
                        column.map(Identifier::toString).orElse(""));
        Identifier original = column.orElse(table.name());
        Identifier name = KeptNames.of(origin, original);
        for (int again = 2; isKnown(name); again++) {
            name = KeptNames.of(origin + "|" + again, original);
        }
        return name;
    }

    private boolean isKnown(Identifier name) {
        return known.stream()
                .anyMatch(row -> row.name().equals(name.text())
                        && !(row.isUnderWay() && row.isOf(turn.version(), turn.direction())));
    }

    @Override
    public Optional<Identifier> kept(Table table) {
        return kept(
                Kind.TABLE,
                table.name(),
                Optional.empty(),
                definition(table),
                row -> shelf.hasTable(table.name().withName(row.reserved())));
    }

    @Override
    public Optional<Identifier> kept(QualifiedName table, Column column, QualifiedName live) {
        return kept(
                Kind.COLUMN,
                table,
                Optional.of(column.name()),
                definition(table, column),
                row -> shelf.hasColumn(live, row.reserved()));
    }

    private Optional<Identifier> kept(
            Kind kind,
            QualifiedName table,
            Optional<Identifier> column,
            Change definition,
            Predicate<RetainedRow> isThere) {
        Optional<RetainedRow> last = known.stream()
                .filter(row -> row.isOf(turn.version(), opposite()))
                .filter(row -> isSame(row, kind, table, column))
                .reduce((older, newer) -> newer);
        if (last.filter(row -> row.state() == State.PURGED).isPresent()) {
            acceptLoss(last.get());
        }
        if (last.filter(row -> row.state() == State.PLANNED && !turn.begun() && !isThere.test(row))
                .isPresent()) {
            throw RetentionProblems.halfRetired(turn.version(), last.get());
        }
        Optional<RetainedRow> found = last.filter(row -> row.state() == State.RETAINED || row.state() == State.PLANNED)
                .filter(row -> row.definition().equals(fingerprint(definition)))
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
        return switch (turn.direction()) {
            case UP -> Direction.DOWN;
            case DOWN -> Direction.UP;
        };
    }

    @Override
    public Identifier retired(QualifiedName type) {
        return typeName(turn.direction(), type);
    }

    @Override
    public Identifier kept(QualifiedName type) {
        return typeName(opposite(), type);
    }

    private Identifier typeName(Direction direction, QualifiedName type) {
        return KeptNames.of("%s|%s|TYPE|%s".formatted(turn.version(), direction, type), type.name());
    }

    @Override
    public boolean isWayBack() {
        return turn.direction() == Direction.DOWN;
    }

    @Override
    public boolean leavesUnvalidated() {
        return isWayBack() && settings.unvalidated();
    }

    /** Foreign keys go while a table is kept, and come back as the migration then says. */
    private static Change definition(Table table) {
        return new CreateTable(table.withForeignKeys(Set.of()));
    }

    private static Change definition(QualifiedName table, Column column) {
        return new AddColumn(table, column, Optional.empty());
    }

    private static Change definition(Sequence sequence) {
        return new CreateSequence(sequence);
    }

    private static String fingerprint(Change change) {
        return Fingerprint.of(List.of(change), List.of()).toString();
    }

    /** Whether anything is to be written before the first step. */
    public boolean isToRecord() {
        return !stale().isEmpty() || !recordedAtStart().isEmpty();
    }

    /** What is recorded before the first step: rows to write over those of an attempt that came to nothing. */
    List<RetainedRow> recordedAtStart() {
        return decided.values().stream().filter(row -> !known.contains(row)).toList();
    }

    /** Rows of an attempt that came to nothing. */
    List<RetainedRow> stale() {
        return turn.begun()
                ? List.of()
                : known.stream()
                        .filter(row -> row.isUnderWay() && row.isOf(turn.version(), turn.direction()))
                        .toList();
    }

    /** What is kept once the migration has ended. */
    List<RetainedRow> keptAtEnd() {
        Stream<RetainedRow> backups = known.stream()
                .filter(row -> row.isUnderWay() && row.isOf(turn.version(), opposite()))
                .filter(row -> row.kind() == Kind.BACKUP);
        return Stream.concat(decided.values().stream(), backups)
                .filter(row -> row.state() == State.PLANNED)
                .map(row -> row.with(State.RETAINED, Instant.now(), run))
                .toList();
    }

    /** What is no longer kept once the migration has ended. */
    List<RetainedRow> goneAtEnd() {
        List<RetainedRow> gone = new ArrayList<>(broughtBack);
        decided.values().stream().filter(row -> row.state() == State.EMPTY).forEach(gone::add);
        known.stream()
                .filter(row -> row.isUnderWay() && row.isOf(turn.version(), opposite()))
                .filter(row -> row.kind() != Kind.BACKUP && !gone.contains(row))
                .forEach(gone::add);
        return gone;
    }
}
