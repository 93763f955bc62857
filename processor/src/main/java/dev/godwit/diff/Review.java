package dev.godwit.diff;

import dev.godwit.model.Backfills;
import dev.godwit.model.Model;
import dev.godwit.model.Origin;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Sequence;
import dev.godwit.schema.Table;
import dev.godwit.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a person should know about a difference before it becomes a migration. */
final class Review {

    private final Origins formerOrigins;
    private final Origins origins;
    private final Backfills backfills;
    private final StatedValues values;
    private final Renames back;
    private final Moves moves;
    private final MoveReview moved;
    private final Schema before;
    private final Schema after;
    private final List<Finding> findings = new ArrayList<>();

    /** @param before the snapshot's schema, with tables and columns under the names that they have in the model */
    Review(Snapshot snapshot, Model model, Renames renames, Moves moves, Schema before, Schema after) {
        this.formerOrigins = new Origins(snapshot.origins());
        this.origins = new Origins(model.origins());
        this.backfills = model.backfills();
        this.values = StatedValues.forward(backfills);
        this.back = renames.inverse();
        this.moves = moves;
        this.moved = new MoveReview(before, after, moves, back, origins);
        this.before = before;
        this.after = after;
    }

    List<Finding> findings() {
        findings.addAll(moved.findings());
        reviewTables();
        new TreeMap<>(after.tables())
                .values()
                .forEach(table -> before.table(table.name())
                        .filter(former -> !former.equals(table))
                        .ifPresent(former -> reviewTable(former, table)));
        after.sequences().values().forEach(this::reviewSequence);
        after.structs()
                .forEach((name, struct) -> before.struct(name)
                        .filter(former -> !former.equals(struct))
                        .ifPresent(former -> findings.add(DiffMessages.typeChanges(Ref.of(name), origins.of(name)))));
        return findings;
    }

    private void reviewTables() {
        List<Table> going = new TreeMap<>(before.tables())
                .values().stream()
                        .filter(table -> after.table(table.name()).isEmpty())
                        .toList();
        Set<QualifiedName> explained = new LinkedHashSet<>();
        new TreeMap<>(after.tables())
                .values().stream()
                        .filter(table -> before.table(table.name()).isEmpty())
                        .forEach(table -> going.stream()
                                .filter(former -> Likeness.of(former, table))
                                .findFirst()
                                .ifPresent(former -> {
                                    explained.add(former.name());
                                    findings.add(likelyTable(former, table));
                                }));
        going.stream()
                .filter(table -> !explained.contains(table.name()) && !moved.isExplained(table))
                .forEach(table -> findings.add(DiffMessages.tableGoes(
                        Ref.of(table.name()),
                        formerOrigins.of(table.name()).filter(origin -> origins.hasEntity(origin.entity())))));
    }

    private Finding likelyTable(Table former, Table table) {
        Optional<Origin> origin = origins.of(table.name());
        String rename = RenameHints.table(former.name(), formerOrigins.of(former.name()), origin);
        return DiffMessages.likelyTable(Ref.of(table.name()), origin, former.name(), rename);
    }

    private void reviewTable(Table former, Table table) {
        List<Column> going = former.columns().values().stream()
                .filter(column -> table.column(column.name()).isEmpty())
                .filter(column -> !moved.isExplained(Ref.of(table.name(), column.name())))
                .toList();
        Set<Identifier> explained = new LinkedHashSet<>();
        for (Column column : table.columns().values()) {
            Ref place = Ref.of(table.name(), column.name());
            Optional<Column> same = former.column(column.name());
            if (same.isPresent()) {
                reviewChange(place, same.get(), column);
            } else {
                String stated = backfills.value(place).orElse("");
                List<Column> sources = going.stream()
                        .filter(each -> SqlWords.mention(stated, each.name()))
                        .toList();
                reviewSources(
                        place,
                        sources.stream()
                                .map(Column::name)
                                .filter(explained::add)
                                .toList());
                List<Column> likely = going.stream()
                        .filter(each -> sources.isEmpty() && Likeness.of(each, column))
                        .toList();
                likely.forEach(each -> explained.add(each.name()));
                reviewAddition(place, column, likely);
            }
        }
        going.stream()
                .filter(column -> !explained.contains(column.name()))
                .forEach(column -> findings.add(DiffMessages.columnGoes(
                        Ref.of(table.name(), column.name()), origins.of(table.name()), coming(former, table))));
    }

    /** What a new column is computed from is no rename, but the way back has to be said. */
    private void reviewSources(Ref place, List<Identifier> sources) {
        List<Identifier> lost = sources.stream()
                .filter(source ->
                        backfills.reverse(Ref.of(place.object(), source)).isEmpty())
                .toList();
        if (!lost.isEmpty()) {
            findings.add(DiffMessages.noReverse(place, origins.nearest(place), lost));
        }
    }

    /** The columns that are new, and for which nothing says yet where their values come from. */
    private List<Identifier> coming(Table former, Table table) {
        return table.columns().values().stream()
                .filter(column -> former.column(column.name()).isEmpty())
                .map(Column::name)
                .filter(column -> backfills.value(Ref.of(table.name(), column)).isEmpty())
                .filter(column -> !moves.isTarget(Ref.of(table.name(), column)))
                .toList();
    }

    private void reviewAddition(Ref place, Column column, List<Column> likely) {
        if (!likely.isEmpty()) {
            List<String> renames = likely.stream()
                    .map(each -> RenameHints.column(
                            each.name(), formerOrigin(place.object(), each.name()), origins.nearest(place)))
                    .toList();
            findings.add(DiffMessages.likelyColumn(
                    place,
                    origins.nearest(place),
                    likely.stream().map(Column::name).toList(),
                    renames));
        }
        if (Moves.needsValue(column)
                && backfills.value(place).isEmpty()
                && !moves.isTarget(place)
                && moves.root(place).isEmpty()) {
            findings.add(DiffMessages.noValue(place, origins.nearest(place)));
        }
    }

    private Optional<Origin> formerOrigin(QualifiedName table, Identifier column) {
        return formerOrigins.of(back.table(table), back.column(table, column));
    }

    private void reviewChange(Ref place, Column former, Column column) {
        Optional<Origin> origin = origins.nearest(place);
        if (former.nullable() && !column.nullable() && backfills.value(place).isEmpty()) {
            findings.add(DiffMessages.becomesRequired(place, origin));
        }
        if (values.converts(place.object(), former, column)) {
            return;
        }
        switch (TypeChange.between(former.type(), column.type())) {
            case FITS -> {}
            case NARROWS -> findings.add(DiffMessages.narrows(place, origin, former.type(), column.type()));
            case MAY_NOT_CONVERT ->
                findings.add(DiffMessages.mayNotConvert(place, origin, former.type(), column.type()));
            case CANNOT_CONVERT ->
                findings.add(DiffMessages.cannotConvert(place, origin, former.type(), column.type()));
        }
    }

    /** A sequence that is new beside a table that is not: its ids may be taken. */
    private void reviewSequence(Sequence sequence) {
        Optional<Origin> origin = origins.of(sequence.name());
        if (before.sequence(sequence.name()).isPresent() || origin.isEmpty() || sequence.start() > 1) {
            return;
        }
        new TreeMap<>(after.tables())
                .keySet().stream()
                        .filter(table -> before.table(table).isPresent())
                        .filter(table -> origins.of(table)
                                .filter(each -> each.path().isEmpty()
                                        && each.entity().equals(origin.get().entity()))
                                .isPresent())
                        .filter(table -> !isSeenTo(table, sequence))
                        .findFirst()
                        .ifPresent(table ->
                                findings.add(DiffMessages.newIdSource(Ref.of(sequence.name()), origin, table)));
    }

    /** Whether the keys were the database's so far, and the migration tells which sequence goes on from there. */
    private boolean isSeenTo(QualifiedName table, Sequence sequence) {
        Table now = after.table(table).orElseThrow();
        boolean drawn = before.table(table).orElseThrow().columns().values().stream()
                .anyMatch(column -> column.identity()
                        && now.column(column.name())
                                .filter(key -> !key.identity())
                                .isPresent());
        long made = after.sequences().keySet().stream()
                .filter(name -> before.sequence(name).isEmpty())
                .count();
        String named = table.name().text() + "_seq";
        return drawn && (made == 1 || sequence.name().name().text().equalsIgnoreCase(named));
    }
}
