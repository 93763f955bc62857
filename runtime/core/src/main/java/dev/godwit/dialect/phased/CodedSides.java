package dev.godwit.dialect.phased;

import dev.godwit.change.AddColumn;
import dev.godwit.change.AlterColumn;
import dev.godwit.change.Transform;
import dev.godwit.dialect.standard.Literals;
import dev.godwit.dialect.standard.RowChecks;
import dev.godwit.dialect.standard.Site;
import dev.godwit.plan.Course;
import dev.godwit.plan.Guard;
import dev.godwit.plan.Work;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;
import dev.godwit.schema.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Both sides of a recoding, and what computes each from the other: SQL, or code. */
final class CodedSides {

    private final Site site;
    private final Manoeuvres manoeuvres;
    private final ColumnManoeuvres columns;
    private final Course course;
    private final Recoding recoding;
    private final Table table;

    /** @throws dev.godwit.dialect.DialectException when a side cannot be computed by running code again */
    CodedSides(Site site, Manoeuvres manoeuvres, ColumnManoeuvres columns, Course course, Recoding recoding) {
        this.site = site;
        this.manoeuvres = manoeuvres;
        this.columns = columns;
        this.course = course;
        this.recoding = recoding;
        this.table = site.progress().table(recoding.table());
        require(recoding.forth(), recoding.old(), recoding.fresh());
        require(recoding.back(), recoding.fresh(), recoding.old());
    }

    /** Code is run for one row at a time, and again and again. */
    private void require(List<Transform> codes, Set<Identifier> from, Set<Identifier> to) {
        if (codes.size() > 1) {
            throw PhasedRefusals.codeDoesMore(
                    recoding.subject(), "%d transformations of one direction do that".formatted(codes.size()));
        }
        for (Transform code : codes) {
            List<Identifier> others = code.writes().stream()
                    .filter(column -> !to.contains(column))
                    .toList();
            if (!code.targets().isEmpty() || !others.isEmpty()) {
                throw PhasedRefusals.codeDoesMore(
                        recoding.subject(),
                        "it writes %s too".formatted(others.isEmpty() ? "other rows" : others.toString()));
            }
            Stream.concat(code.key().stream(), code.reads().stream())
                    .filter(column -> table.column(column).isEmpty())
                    .findFirst()
                    .ifPresent(column -> {
                        throw PhasedRefusals.codeDoesMore(
                                recoding.subject(), "it reads %s, which is not there meanwhile".formatted(column));
                    });
            code.key().stream()
                    .filter(column -> from.contains(column) || to.contains(column))
                    .findFirst()
                    .ifPresent(column -> {
                        throw PhasedRefusals.codeDoesMore(
                                recoding.subject(), "its rows are told apart by %s, which goes".formatted(column));
                    });
        }
    }

    /** The two sides as triggers see to them. */
    Lagging lagging() {
        QualifiedName name = recoding.table();
        List<Column> known = columns(recoding.old());
        List<Column> coming = columns(recoding.fresh());
        Values forth = new Values(course.changes());
        Values back = new Values(course.wayBack());
        List<Side> old = known.stream().map(column -> old(column, back)).toList();
        List<Side> fresh = coming.stream().map(column -> fresh(column, forth)).toList();
        requireValues(back, forth);
        Lagging.By forthBy = by(recoding.forth());
        Lagging.By backBy = by(recoding.back());
        return new Lagging(
                name,
                old,
                fresh,
                mark(Lagging.name(name, "written", known, coming), forthBy),
                forthBy,
                backBy,
                backBy == Lagging.By.CODE ? required(known) : List.of(),
                known.stream().anyMatch(ColumnManoeuvres::needsValue)
                        && recoding.fresh().stream().noneMatch(this::endsRequired));
    }

    private static Lagging.By by(List<Transform> codes) {
        return codes.isEmpty() ? Lagging.By.SQL : Lagging.By.CODE;
    }

    private List<Column> columns(Collection<Identifier> names) {
        return names.stream()
                .map(column -> table.column(column)
                        .orElseThrow(() -> PhasedRefusals.codeDoesMore(
                                recoding.subject(), "%s is dropped before the new side is there".formatted(column))))
                .toList();
    }

    private Side old(Column column, Values back) {
        String value = back.value(recoding.table(), column.name()).orElse("");
        return new Side(
                column,
                value,
                manoeuvres.standIn(column).or(() -> Side.of(column, value).unstated()));
    }

    /** As it is until contract. */
    private Side fresh(Column column, Values forth) {
        String value = forth.value(recoding.table(), column.name()).orElse("");
        Optional<String> meanwhile = forth.adding(recoding.table(), column.name())
                .filter(add -> ColumnManoeuvres.needsValue(add.column()))
                .flatMap(columns::defaultMeanwhile);
        Side side = Side.of(column.withNullable(true), value);
        return new Side(side.column(), value, meanwhile.or(side::unstated));
    }

    private List<Side> required(List<Column> known) {
        return known.stream()
                .filter(ColumnManoeuvres::needsValue)
                .map(column -> Side.of(column, columns.absent(recoding.table(), column)))
                .toList();
    }

    private void requireValues(Values back, Values forth) {
        List<String> missing = missing(recoding.old(), recoding.back(), back, recoding.fresh());
        if (!missing.isEmpty()) {
            throw PhasedRefusals.needsWayBack(recoding.subject(), missing);
        }
        List<String> lacking = missing(recoding.fresh(), recoding.forth(), forth, recoding.old());
        if (!lacking.isEmpty()) {
            throw PhasedRefusals.needsValue(recoding.subject(), String.join(" ", lacking));
        }
    }

    /** The lines that say how columns are computed of which nothing says so; a literal is there for lack of a value. */
    private List<String> missing(Set<Identifier> side, List<Transform> codes, Values values, Set<Identifier> other) {
        return side.stream()
                .filter(column -> codes.isEmpty()
                        ? values.value(recoding.table(), column)
                                .filter(sql -> !Literals.isLiteral(sql))
                                .isEmpty()
                        : codes.stream().noneMatch(code -> code.writes().contains(column)))
                .map(column -> line(column, codes, other))
                .toList();
    }

    private String line(Identifier column, List<Transform> codes, Set<Identifier> other) {
        if (!codes.isEmpty()) {
            return ".write(\"%s\") in the transformation of %s;".formatted(column, recoding.table());
        }
        return "schema.transform(\"%s\", \"%s\").read(%s).write(\"%s\").each((row, out) -> …);"
                .formatted(
                        recoding.table(),
                        key().stream().map(Identifier::toString).collect(Collectors.joining("\", \"")),
                        other.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", ")),
                        column);
    }

    /** Whether a column cannot be empty in the end and has no default, so that the new version states it. */
    private boolean endsRequired(Identifier column) {
        return course.changes().stream()
                .flatMap(change -> {
                    if (change instanceof AddColumn add && add.table().equals(recoding.table())) {
                        return Stream.of(add.column());
                    }
                    return change instanceof AlterColumn alter && alter.table().equals(recoding.table())
                            ? Stream.of(alter.to())
                            : Stream.<Column>of();
                })
                .filter(definition -> definition.name().equals(column))
                .reduce((first, second) -> second)
                .filter(ColumnManoeuvres::needsValue)
                .isPresent();
    }

    private static Column mark(Identifier name, Lagging.By forth) {
        int first = forth == Lagging.By.CODE ? Lagging.OLD_WROTE : Work.Due.NOTHING;
        return Column.of(name.text(), new Type.Simple(Type.Simple.Kind.SMALLINT))
                .withNullable(false)
                .withDefault(Optional.of(String.valueOf(first)));
    }

    /** The code over the rows whose new side is to follow; empty: SQL gives it to them as they are written. */
    Optional<Work.Rows> forth(Lagging lagging) {
        return due(recoding.forth(), lagging, Lagging.OLD_WROTE);
    }

    /** The code over the rows whose old side is to follow; empty: SQL gives it to them as they are written. */
    Optional<Work.Rows> back(Lagging lagging) {
        return due(recoding.back(), lagging, Lagging.NEW_WROTE);
    }

    private static Optional<Work.Rows> due(List<Transform> codes, Lagging lagging, int value) {
        return codes.stream()
                .findFirst()
                .map(code -> Work.Rows.due(code, new Work.Due(lagging.mark().name(), value)));
    }

    /** Asks whether the code gives all rows a value, where these are what the migration finds. */
    Optional<Guard> tried() {
        QualifiedName name = recoding.table();
        return recoding.forth().stream()
                .findFirst()
                .filter(code -> site.progress().originOf(name).equals(name))
                .filter(code -> Stream.concat(code.key().stream(), code.reads().stream())
                        .allMatch(
                                column -> site.progress().originOf(name, column).equals(column)
                                        && site.progress().isAsIs(name, List.of(column))))
                .map(code -> Guard.trying(code, PhasedRefusals.codeThrows(name, code.writes())));
    }

    /** The mark, then the key in whose order marked rows are seen to. */
    List<Identifier> marked(Lagging lagging) {
        List<Identifier> marked = new ArrayList<>(List.of(lagging.mark().name()));
        marked.addAll(key());
        return marked;
    }

    private List<Identifier> key() {
        return Stream.concat(recoding.forth().stream(), recoding.back().stream())
                .findFirst()
                .map(Transform::key)
                .orElseThrow();
    }

    /** The reserved name of the index by which marked rows are found. */
    Identifier index() {
        return Lagging.name(recoding.table(), "index", columns(recoding.old()), columns(recoding.fresh()));
    }

    /** A query for the rows of which the new side does not follow yet. */
    String rowsThatFollowLater(Lagging lagging) {
        return new RowChecks(site).rowsBetween(recoding.table(), followsLater(lagging));
    }

    String countOfRowsThatFollowLater(Lagging lagging) {
        return "select count(*) from %s where %s".formatted(site.quote(recoding.table()), followsLater(lagging));
    }

    /** The condition of rows whose old side does not wait for what the new version has written. */
    String rowsThatTheOldSideHas(Lagging lagging) {
        return "%s <> %d".formatted(site.quote(lagging.mark().name()), Lagging.NEW_WROTE);
    }

    private String followsLater(Lagging lagging) {
        return "%s = %d".formatted(site.quote(lagging.mark().name()), Lagging.OLD_WROTE);
    }
}
