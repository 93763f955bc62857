package dev.godwit.dialect.standard;

import dev.godwit.change.AlterColumn;
import dev.godwit.change.MoveValues;
import dev.godwit.change.MoveValues.Pair;
import dev.godwit.dialect.Refusals;
import dev.godwit.plan.Guard;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds values that would be lost on their way to another table, and rows that could not be made, beforehand. */
final class MoveChecks {

    private final Site site;
    private final KindChecks kinds;
    private final List<Lost> lost = new ArrayList<>();
    private final List<Empty> empty = new ArrayList<>();

    /**
     * Rows whose value goes nowhere.
     *
     * @param value where it is
     */
    private record Lost(Ref value, Guard guard) {}

    /**
     * Rows to which no value moves.
     *
     * @param column where it would go
     */
    private record Empty(Ref column, Guard guard) {}

    MoveChecks(Site site) {
        this.site = site;
        this.kinds = new KindChecks(site);
    }

    void moving(MoveValues change, MoveSql sql) {
        if (change.newRows()) {
            refuseRowsWithout(change, sql);
        }
        if (!site.progress().isAsIs(change.from(), readBy(change))) {
            return;
        }
        change.columns().forEach(pair -> withoutValue(change, pair));
        change.columns()
                .forEach(pair -> without(change, pair)
                        .ifPresent(condition -> lost.add(new Lost(
                                Ref.of(change.from(), pair.from()),
                                Guard.listing(
                                        rows(
                                                change,
                                                origin(change.from(), pair.from()) + " is not null and " + condition),
                                        Refusals.movesNowhere(change.from(), pair.from(), change.to()))))));
        if (sql.hasOneSource()) {
            change.columns().forEach(pair -> missing(change, sql, pair));
        } else if (!change.newRows() && !site.progress().isEmpty(change.to())) {
            change.columns().forEach(pair -> missingInAll(change, sql, pair));
        }
    }

    /** The migration goes on to drop what the values are in. */
    void leaves(QualifiedName table, Optional<Identifier> column) {
        column.ifPresent(name -> kinds.leaves(table, name));
        Ref leaving = new Ref(table, column);
        lost.stream()
                .filter(each -> each.value().overlaps(leaving))
                .forEach(each -> site.progress().guard(each.value(), each.guard()));
    }

    /** A column that values have moved to becomes required. Whatever else gives it values answers for all of them. */
    void alters(AlterColumn change) {
        Ref column = Ref.of(change.table(), change.to().name());
        kinds.alters(change);
        if (change.from().nullable()
                && !change.to().nullable()
                && change.conversion().isEmpty()) {
            empty.stream()
                    .filter(each ->
                            each.column().equals(column) && site.progress().timesTouched(column) == 1)
                    .forEach(each -> site.progress().guardRows(each.guard()));
        }
    }

    private void withoutValue(MoveValues change, Pair pair) {
        QualifiedName to = change.to();
        if (site.progress().isAdded(to, pair.to()) && !site.progress().isNew(to)
                || site.progress().isRestored(to, pair.to())) {
            joinedBefore(change)
                    .ifPresent(join -> empty.add(new Empty(
                            Ref.of(to, pair.to()),
                            Guard.listing(
                                    new RowChecks(site)
                                            .rows(
                                                    to,
                                                    "not exists (select 1 from %s where %s and %s is not null)"
                                                            .formatted(
                                                                    site.quote(site.progress()
                                                                            .originOf(change.from())),
                                                                    join,
                                                                    origin(change.from(), pair.from()))),
                                    Refusals.nothingMoves(change.from(), to, pair.to())))));
        }
    }

    private static List<Identifier> readBy(MoveValues change) {
        List<Identifier> read = new ArrayList<>(MoveValues.columnsOf(change.join(), Pair::from));
        read.addAll(MoveValues.columnsOf(change.columns(), Pair::from));
        return read;
    }

    /** A condition for rows whose values go nowhere; empty: there are none, or only the migration's own rows tell. */
    private Optional<String> without(MoveValues change, Pair pair) {
        if (change.newRows() && change.kind().isPresent()) {
            return kinds.without(change, pair);
        }
        if (!change.newRows()) {
            return site.progress().isEmpty(change.to())
                    ? Optional.of("1 = 1")
                    : target(change).map(rows -> "not " + rows);
        }
        List<String> open = change.join().stream()
                .map(Pair::from)
                .filter(column -> site.progress()
                        .table(change.from())
                        .columns()
                        .get(column)
                        .nullable())
                .map(column -> origin(change.from(), column) + " is null")
                .toList();
        return open.isEmpty() ? Optional.empty() : Optional.of("(" + String.join(" or ", open) + ")");
    }

    /** A condition for rows that have one in the other table; empty: it is not what it was before the migration. */
    private Optional<String> target(MoveValues change) {
        return joinedBefore(change)
                .map(join -> "exists (select 1 from %s where %s)"
                        .formatted(site.quote(site.progress().originOf(change.to())), join));
    }

    /** Which rows belong together, before the migration; empty: that is not what it was then. */
    private Optional<String> joinedBefore(MoveValues change) {
        QualifiedName to = change.to();
        return Optional.of(change.join())
                .filter(join -> site.progress().isAsIs(to, MoveValues.columnsOf(join, Pair::to)))
                .map(join -> join.stream()
                        .map(pair -> origin(change.from(), pair.from()) + " = " + origin(to, pair.to()))
                        .collect(Collectors.joining(" and ")));
    }

    private static boolean mayGoMissing(MoveSql sql, Pair pair) {
        return !sql.to().columns().get(pair.to()).nullable()
                && sql.from().columns().get(pair.from()).nullable();
    }

    /** The least of several values is NULL where each of them is. */
    private void missingInAll(MoveValues change, MoveSql sql, Pair pair) {
        if (!mayGoMissing(sql, pair)) {
            return;
        }
        String beside = change.join().stream()
                .map(Pair::from)
                .map(column -> "o.%s = %s"
                        .formatted(
                                site.quote(site.progress().originOf(change.from(), column)),
                                origin(change.from(), column)))
                .collect(Collectors.joining(" and "));
        String column = site.quote(site.progress().originOf(change.from(), pair.from()));
        target(change)
                .ifPresent(target -> site.progress()
                        .guard(
                                Ref.of(change.from(), pair.from()),
                                Guard.listing(
                                        rows(
                                                change,
                                                "%s is null and %s and not exists (select 1 from %s o where %s and o.%s is not null)"
                                                        .formatted(
                                                                origin(change.from(), pair.from()),
                                                                target,
                                                                site.quote(site.progress()
                                                                        .originOf(change.from())),
                                                                beside,
                                                                column)),
                                        Refusals.movesNull(change.from(), pair.from(), change.to(), pair.to()))));
    }

    /** NULL does not go where no NULL may be. */
    private void missing(MoveValues change, MoveSql sql, Pair pair) {
        List<String> given = new ArrayList<>();
        if (!sql.makesCollection() && !site.progress().isEmpty(change.to())) {
            target(change).ifPresent(given::add);
        }
        if (change.newRows() && change.kind().isPresent()) {
            given.add(kinds.oneOf(change));
        } else if (change.newRows()) {
            change.columns().stream()
                    .filter(other -> !other.equals(pair))
                    .forEach(other -> given.add(origin(change.from(), other.from()) + " is not null"));
        }
        if (mayGoMissing(sql, pair) && !given.isEmpty()) {
            site.progress()
                    .guard(
                            Ref.of(change.from(), pair.from()),
                            Guard.listing(
                                    rows(
                                            change,
                                            "%s is null and (%s)"
                                                    .formatted(
                                                            origin(change.from(), pair.from()),
                                                            String.join(" or ", given))),
                                    Refusals.movesNull(change.from(), pair.from(), change.to(), pair.to())));
        }
    }

    /** A row that is made has the columns of the join and the values; others have to do without. */
    private void refuseRowsWithout(MoveValues change, MoveSql sql) {
        Set<Identifier> given = new HashSet<>(MoveValues.columnsOf(change.join(), Pair::to));
        given.addAll(MoveValues.columnsOf(change.columns(), Pair::to));
        sql.to().columns().values().stream()
                .filter(KeptColumnSteps::needsValue)
                .map(Column::name)
                .filter(column -> !given.contains(column))
                .findFirst()
                .ifPresent(column -> {
                    throw Refusals.cannotMakeRows(change.from(), change.to(), column);
                });
    }

    private String rows(MoveValues change, String condition) {
        return new RowChecks(site).rows(change.from(), condition);
    }

    private String origin(QualifiedName table, Identifier column) {
        return site.quote(site.progress().originOf(table)) + "."
                + site.quote(site.progress().originOf(table, column));
    }
}
