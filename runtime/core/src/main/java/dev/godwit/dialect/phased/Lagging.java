package dev.godwit.dialect.phased;

import dev.godwit.plan.PhaseNames;
import dev.godwit.plan.Work;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Columns of one table that say the same in two ways, of which Java code computes one side from the other: a trigger cannot
 * run it, so it marks the row, and a run of Godwit lets the other side follow. Whoever wrote last is right. That run is told
 * by its taking the mark away, which no application does.
 *
 * @param old what the running version knows, with SQL as values if {@code back} is in SQL
 * @param fresh what the new version knows, with SQL as values if {@code forth} is in SQL
 * @param mark the column that marks rows
 * @param forth whether SQL or code computes the new side
 * @param back whether SQL or code computes the old side
 * @param required columns of the old side that need a value in a row of the new version until code has computed one, with
 *     that value
 * @param bySilence whether a new row that states neither side comes from the new version
 */
record Lagging(
        QualifiedName table,
        List<Side> old,
        List<Side> fresh,
        Column mark,
        By forth,
        By back,
        List<Side> required,
        boolean bySilence)
        implements Kept {

    /** What computes a side. */
    enum By {
        SQL,
        CODE
    }

    /** What the mark is in a row whose new side is to follow. */
    static final int OLD_WROTE = 1;

    /** What the mark is in a row whose old side is to follow. */
    static final int NEW_WROTE = 2;

    Lagging {
        old = List.copyOf(old);
        fresh = List.copyOf(fresh);
        required = List.copyOf(required);
    }

    @Override
    public Identifier name() {
        return name(table, "in step by code", columns(old), columns(fresh));
    }

    /** A reserved name of something that serves these columns. */
    static Identifier name(QualifiedName table, String what, List<Column> old, List<Column> fresh) {
        return PhaseNames.of(
                table, names(old) + ">" + names(fresh) + " " + what, old.get(0).name());
    }

    @Override
    public String subject() {
        return "%s.%s and %s".formatted(table, names(known()), names(columns(fresh)));
    }

    @Override
    public String watched() {
        return table + "." + names(known());
    }

    @Override
    public List<Column> known() {
        return columns(old);
    }

    @Override
    public List<Column> coming() {
        List<Column> coming = new ArrayList<>(columns(fresh));
        coming.add(mark);
        return coming;
    }

    @Override
    public List<Case> onInsert(Wording words) {
        return List.of(
                forth(words.stated(old), true, words),
                back(words.stated(fresh), words.follow(required), words),
                bySilence ? back(Case.OTHERWISE, words.follow(required), words) : forth(Case.OTHERWISE, false, words));
    }

    @Override
    public List<Case> onUpdate(Wording words) {
        String byOthers = "not (%s) and (%%s)".formatted(words.changed(mark));
        Case following = forth(byOthers.formatted(words.changed(old)), true, words);
        Case straying = back(byOthers.formatted(words.changed(fresh)), List.of(), words);
        return List.of(
                following,
                forth == By.CODE
                        ? straying
                        : straying.doubting(Optional.of(words.strays(fresh)), straying.assignments()));
    }

    /** The old side was written. */
    private Case forth(String condition, boolean noted, Wording words) {
        if (forth == By.CODE) {
            return new Case(condition, List.of(marked(OLD_WROTE, words)), noted);
        }
        return new Case(condition, and(words.follow(fresh), marked(Work.Due.NOTHING, words)), noted)
                .doubting(Optional.empty(), and(words.empty(fresh), marked(Work.Due.NOTHING, words)));
    }

    /**
     * The new side was written.
     *
     * @param meanwhile what the old side holds until code has computed it
     */
    private Case back(String condition, List<Case.Assignment> meanwhile, Wording words) {
        List<Case.Assignment> assignments = back == By.CODE
                ? and(meanwhile, marked(NEW_WROTE, words))
                : and(words.follow(old), marked(Work.Due.NOTHING, words));
        return new Case(condition, assignments, false);
    }

    private static List<Case.Assignment> and(List<Case.Assignment> assignments, Case.Assignment last) {
        List<Case.Assignment> all = new ArrayList<>(assignments);
        all.add(last);
        return all;
    }

    private Case.Assignment marked(int value, Wording words) {
        return new Case.Assignment(words.in("new", mark), String.valueOf(value));
    }

    private static List<Column> columns(List<Side> sides) {
        return sides.stream().map(Side::column).toList();
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(column -> column.name().toString()).collect(Collectors.joining(", "));
    }
}
