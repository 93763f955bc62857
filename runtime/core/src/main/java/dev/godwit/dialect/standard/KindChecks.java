package dev.godwit.dialect.standard;

import dev.godwit.change.AddColumn;
import dev.godwit.change.AlterColumn;
import dev.godwit.change.Change;
import dev.godwit.change.MoveValues;
import dev.godwit.change.MoveValues.Pair;
import dev.godwit.dialect.Refusals;
import dev.godwit.plan.Guard;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds rows of a kind that no table is for, and rows without a kind, before values move by kinds. */
final class KindChecks {

    private final Site site;

    KindChecks(Site site) {
        this.site = site;
    }

    /** A condition for rows that have a row in the table they move to. */
    String oneOf(MoveValues change) {
        return sql(change, change.kind().orElseThrow().values()).oneOf(rows(change.from()));
    }

    /** A condition for rows whose value goes to no table: they are of none of the kinds that have one for it. */
    Optional<String> without(MoveValues change, Pair pair) {
        List<String> kinds = moves().filter(
                        other -> other.newRows() && other.from().equals(change.from()))
                .filter(other ->
                        MoveValues.columnsOf(other.columns(), Pair::from).contains(pair.from()))
                .flatMap(other -> other.kind().stream())
                .filter(kind -> kind.column().equals(column(change)))
                .flatMap(kind -> kind.values().stream())
                .distinct()
                .toList();
        return Optional.of(ofNone(change, kinds));
    }

    private String ofNone(MoveValues change, List<String> kinds) {
        String rows = rows(change.from());
        return "(%s.%s is null or not %s)"
                .formatted(
                        rows,
                        name(change.from(), column(change)),
                        sql(change, kinds).oneOf(rows));
    }

    /** Rows whose kind is none that the way back brings back. */
    void leaves(QualifiedName table, Identifier column) {
        List<MoveValues> moves = moves().filter(move -> move.newRows()
                        && move.from().equals(table)
                        && move.kind()
                                .filter(kind -> kind.column().equals(column))
                                .isPresent())
                .toList();
        if (moves.isEmpty() || !site.progress().isAsIs(table, List.of(column))) {
            return;
        }
        Optional<String> others = site.progress().course().wayBack().stream()
                .map(KindChecks::added)
                .flatMap(Optional::stream)
                .filter(add -> add.table().equals(table) && add.column().name().equals(column))
                .flatMap(add -> add.valueForExisting().or(add.column()::defaultSql).stream())
                .findFirst();
        if (site.progress().course().wayBack().isEmpty()) {
            return;
        }
        MoveValues first = moves.get(0);
        List<String> kinds = moves.stream()
                .flatMap(move -> move.kind().orElseThrow().values().stream())
                .distinct()
                .toList();
        String rows = rows(table);
        String known = others.map(value -> " and %s.%s <> %s".formatted(rows, name(table, column), value))
                .orElse("");
        List<String> open = new ArrayList<>();
        open.add("not " + sql(first, kinds).oneOf(rows) + known);
        if (site.progress().table(table).columns().get(column).nullable()) {
            open.add("%s.%s is null".formatted(rows, name(table, column)));
        }
        site.progress()
                .guard(
                        Ref.of(table, column),
                        Guard.listing(
                                new RowChecks(site).rows(table, String.join(" or ", open)),
                                Refusals.unknownKinds(table, column)));
    }

    private static Optional<AddColumn> added(Change change) {
        return change instanceof AddColumn add ? Optional.of(add) : Optional.empty();
    }

    /** Rows that no table makes one of a kind. */
    void alters(AlterColumn change) {
        QualifiedName table = change.table();
        List<MoveValues> marks = moves().filter(move -> move.to().equals(table)
                        && move.mark().isPresent()
                        && column(move).equals(change.to().name()))
                .toList();
        boolean asked = change.from().nullable()
                && !change.to().nullable()
                && change.conversion().isEmpty()
                && !marks.isEmpty()
                && marks.stream().allMatch(this::isJoinedAsIs)
                && isWithoutValues(table, change.to().name());
        if (asked) {
            String condition = marks.stream()
                    .map(move -> "not exists (select 1 from %s where %s)".formatted(rows(move.from()), joined(move)))
                    .collect(Collectors.joining(" and "));
            site.progress()
                    .guardRows(Guard.listing(
                            new RowChecks(site).rows(table, condition),
                            Refusals.withoutKind(table, change.to().name())));
        }
    }

    private boolean isWithoutValues(QualifiedName table, Identifier column) {
        return site.progress().isAdded(table, column) && !site.progress().isNew(table);
    }

    private boolean isJoinedAsIs(MoveValues move) {
        return site.progress().isAsIs(move.from(), MoveValues.columnsOf(move.join(), Pair::from))
                && site.progress().isAsIs(move.to(), MoveValues.columnsOf(move.join(), Pair::to));
    }

    private String joined(MoveValues move) {
        return move.join().stream()
                .map(pair -> "%s.%s = %s.%s"
                        .formatted(
                                rows(move.from()), name(move.from(), pair.from()),
                                rows(move.to()), name(move.to(), pair.to())))
                .collect(Collectors.joining(" and "));
    }

    private Stream<MoveValues> moves() {
        return new ByKind(site.progress().course().changes()).moves();
    }

    private static Identifier column(MoveValues move) {
        return move.kind().orElseThrow().column();
    }

    private KindSql sql(MoveValues change, List<String> values) {
        Identifier column = column(change);
        return new KindSql(
                site,
                site.progress().originOf(change.from(), column),
                site.progress().table(change.from()).columns().get(column).type(),
                values);
    }

    private String rows(QualifiedName table) {
        return site.quote(site.progress().originOf(table));
    }

    private String name(QualifiedName table, Identifier column) {
        return site.quote(site.progress().originOf(table, column));
    }
}
