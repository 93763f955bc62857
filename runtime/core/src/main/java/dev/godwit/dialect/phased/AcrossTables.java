package dev.godwit.dialect.phased;

import dev.godwit.change.AddColumn;
import dev.godwit.change.AlterColumn;
import dev.godwit.change.Change;
import dev.godwit.change.CreateTable;
import dev.godwit.change.DatabaseKind;
import dev.godwit.change.DropColumn;
import dev.godwit.change.DropTable;
import dev.godwit.change.FillColumn;
import dev.godwit.change.Footprint;
import dev.godwit.change.MoveValues;
import dev.godwit.change.RunSql;
import dev.godwit.change.Transform;
import dev.godwit.dialect.DialectException;
import dev.godwit.schema.Column;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Values that leave a table or column for another table in one migration. Between the phases one version would write them
 * here and the other there; what the running version writes after they were copied would be gone with contract, and
 * nobody would notice. So that is found and refused.
 */
final class AcrossTables {

    private final DatabaseKind database;
    private final List<Change> changes;

    /** @param changes all of the migration */
    AcrossTables(DatabaseKind database, List<Change> changes) {
        this.database = database;
        this.changes = changes;
    }

    /** @throws DialectException when another table gets what the column holds */
    void check(DropColumn change, Schema schema) {
        Table table = schema.table(change.table()).orElseThrow();
        refuse(
                Ref.of(change.table(), change.column()),
                table.column(change.column()).stream().toList());
        successor(table, change.column()).ifPresent(other -> {
            throw PhasedRefusals.movesTo(Ref.of(change.table(), change.column()), other.toString());
        });
    }

    /** @throws DialectException when another table gets what the table holds */
    void check(DropTable change, Schema schema) {
        Table table = schema.table(change.table()).orElseThrow();
        refuse(Ref.of(change.table()), List.copyOf(table.columns().values()));
        parents(table)
                .flatMap(parent -> added(parent, table.columns().keySet().stream()))
                .findFirst()
                .ifPresent(column -> {
                    throw PhasedRefusals.movesTo(Ref.of(change.table()), column.toString());
                });
    }

    private void refuse(Ref leaving, List<Column> columns) {
        for (Change change : changes) {
            reader(change, leaving, columns).ifPresent(refusal -> {
                throw refusal;
            });
        }
    }

    private Optional<DialectException> reader(Change change, Ref leaving, List<Column> columns) {
        if (change instanceof AddColumn add) {
            return value(add.table(), add.column().name(), add.valueForExisting(), leaving);
        }
        if (change instanceof FillColumn fill) {
            return value(fill.table(), fill.column(), Optional.of(fill.value()), leaving);
        }
        if (change instanceof AlterColumn alter) {
            return value(alter.table(), alter.to().name(), alter.conversion(), leaving);
        }
        if (change instanceof MoveValues move) {
            return moved(move, leaving);
        }
        if (change instanceof RunSql sql && copies(sql, leaving, columns)) {
            return Optional.of(PhasedRefusals.copiedBy(leaving, "sql(…)"));
        }
        return change instanceof Transform transform && copies(transform, leaving)
                ? Optional.of(PhasedRefusals.copiedBy(leaving, "the code over " + transform.table()))
                : Optional.empty();
    }

    private static Optional<DialectException> moved(MoveValues move, Ref leaving) {
        return move.columns().stream()
                .filter(pair -> Ref.of(move.from(), pair.from()).overlaps(leaving))
                .findFirst()
                .map(pair -> PhasedRefusals.movesTo(
                        Ref.of(move.from(), pair.from()),
                        Ref.of(move.to(), pair.to()).toString()));
    }

    private static Optional<DialectException> value(
            QualifiedName table, Identifier column, Optional<String> value, Ref leaving) {
        return value.filter(sql -> !table.equals(leaving.object()))
                .filter(sql -> SqlNames.mentions(sql, leaving.object().name()))
                .filter(sql -> leaving.column()
                        .map(name -> SqlNames.hasWord(sql, name))
                        .orElse(true))
                .map(sql -> PhasedRefusals.movesTo(leaving, table + "." + column));
    }

    /** SQL that says what it touches is believed; any other is read for the names. */
    private boolean copies(RunSql sql, Ref leaving, List<Column> columns) {
        Optional<Footprint> touched = sql.touched();
        if (touched.isPresent()) {
            return Stream.concat(touched.get().reads().stream(), touched.get().writes().stream())
                    .anyMatch(leaving::overlaps);
        }
        return sql.statements().stream()
                .filter(statement -> statement.isFor(database))
                .map(RunSql.Statement::sql)
                .filter(text -> SqlNames.hasWord(text, leaving.object().name()))
                .anyMatch(text -> text.contains("*")
                        || columns.stream().anyMatch(column -> SqlNames.hasWord(text, column.name())));
    }

    /** Code that writes a column of the same table which is new is run again for what is written afterwards. */
    private boolean copies(Transform transform, Ref leaving) {
        boolean reads = leaving.column()
                .map(column -> transform.reads().contains(column))
                .orElse(true);
        boolean elsewhere =
                transform.targets().stream().anyMatch(target -> !target.table().equals(leaving.object()));
        boolean intoStanding = leaving.column().isPresent()
                && transform.writes().stream().noneMatch(column -> isAdded(transform.table(), column));
        return transform.table().equals(leaving.object()) && reads && (elsewhere || intoStanding);
    }

    private boolean isAdded(QualifiedName table, Identifier column) {
        return changes.stream()
                .anyMatch(change -> change instanceof AddColumn add
                        && add.table().equals(table)
                        && add.column().name().equals(column));
    }

    /** A column of the same name in a new table whose rows belong to those of this one: a part of it, or a subclass. */
    private Optional<Ref> successor(Table table, Identifier column) {
        return changes.stream()
                .filter(CreateTable.class::isInstance)
                .map(change -> ((CreateTable) change).table())
                .filter(created -> created.column(column).isPresent())
                .filter(created -> created.foreignKeys().stream()
                        .map(ForeignKey::referencedTable)
                        .anyMatch(table.name()::equals))
                .map(created -> Ref.of(created.name(), column))
                .findFirst();
    }

    /** The tables whose key this table shares, as one of a subclass does. */
    private static Stream<QualifiedName> parents(Table table) {
        return table.foreignKeys().stream()
                .filter(key -> table.primaryKey()
                        .filter(primary -> primary.columns().equals(key.columns()))
                        .isPresent())
                .map(ForeignKey::referencedTable);
    }

    private Stream<Ref> added(QualifiedName table, Stream<Identifier> columns) {
        List<Identifier> wanted = columns.toList();
        return changes.stream()
                .filter(AddColumn.class::isInstance)
                .map(AddColumn.class::cast)
                .filter(add -> add.table().equals(table)
                        && wanted.contains(add.column().name()))
                .map(add -> Ref.of(table, add.column().name()));
    }
}
