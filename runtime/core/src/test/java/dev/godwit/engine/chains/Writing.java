package dev.godwit.engine.chains;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.DatabaseKind;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One version at work: what it writes, each time in one transaction, and which rows it wrote. */
final class Writing {

    private final Content content;
    private final Random random;
    private final Version version;
    private final Set<String> unknown;
    private final Set<Integer> touched = new HashSet<>();
    private int lastId;

    /**
     * @param unknown columns of which the other version knows nothing or something else, so that a value may change
     * @param lastId from which on numbers are free
     */
    Writing(Content content, Random random, Version version, Set<String> unknown, int lastId) {
        this.content = content;
        this.random = random;
        this.version = version;
        this.unknown = unknown;
        this.lastId = lastId;
    }

    Version version() {
        return version;
    }

    Content content() {
        return content;
    }

    int next() {
        return ++lastId;
    }

    int lastId() {
        return lastId;
    }

    /** Rows that came, changed or went. */
    Set<Integer> touched() {
        return touched;
    }

    boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    int upTo(int most) {
        return random.nextInt(most + 1);
    }

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    Model model(String table) {
        return version.model(table);
    }

    String inserting(String table, int id, int values) {
        touched.add(id);
        return Content.inserting(table, model(table), id, values);
    }

    String inserting(String table, Model model, int id, int values) {
        touched.add(id);
        return Content.inserting(table, model, id, values);
    }

    String updating(String table, Model model, int id, int values) {
        touched.add(id);
        return Content.updating(table, model, id, values);
    }

    String updating(String table, int id, int values) {
        touched.add(id);
        return Content.updating(table, model(table), id, values);
    }

    String deleting(String table, int id) {
        touched.add(id);
        return Content.deleting(table, model(table), id);
    }

    /** @param texts one for each column, {@code null} for nothing */
    String inserting(String table, int id, List<String> columns, List<String> texts) {
        touched.add(id);
        return "insert into %s (%s, %s) values (%s, %s)"
                .formatted(
                        table,
                        String.join(", ", model(table).key().columns()),
                        String.join(", ", columns),
                        String.join(", ", model(table).key().values(id)),
                        texts.stream().map(Writing::literal).collect(Collectors.joining(", ")));
    }

    String updating(String table, int id, List<String> columns, List<String> texts) {
        touched.add(id);
        return "update %s set %s where %s"
                .formatted(
                        table,
                        IntStream.range(0, columns.size())
                                .mapToObj(i -> columns.get(i) + " = " + literal(texts.get(i)))
                                .collect(Collectors.joining(", ")),
                        model(table).key().where(id));
    }

    static String and(List<String> columns, List<String> texts) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> " and "
                        + (texts.get(i).equals(Group.NOTHING)
                                ? columns.get(i) + " is null"
                                : columns.get(i) + " = " + literal(texts.get(i))))
                .collect(Collectors.joining());
    }

    private static String literal(String text) {
        return text.equals(Group.NOTHING) ? "null" : "'" + text + "'";
    }

    /** On PostgreSQL sometimes where nothing changes by what others commit. */
    void together(String... statements) throws SQLException {
        together(Arrays.asList(statements));
    }

    void together(List<String> statements) throws SQLException {
        content.together(content.database().kind() == DatabaseKind.POSTGRESQL && chance(2), statements);
    }

    Map<Integer, Map<String, String>> rows(String table) throws SQLException {
        return content.rows(table, model(table));
    }

    /** The columns that a row of these values leaves empty. */
    Set<String> empty(String table, int values) {
        return model(table).columns().entrySet().stream()
                .filter(column -> column.getValue().value().apply(values).equals("null"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** A row holds what was written to it, in columns that the other version knows, too. */
    void check(String table, int id, int values) throws SQLException {
        check(table, id, values, Set.of());
    }

    /** @param weak columns that need not hold it */
    void check(String table, int id, int values, Set<String> weak) throws SQLException {
        check(table, model(table), id, values, weak);
    }

    void check(String table, Model model, int id, int values) throws SQLException {
        check(table, model, id, values, Set.of());
    }

    private void check(String table, Model model, int id, int values, Set<String> weak) throws SQLException {
        Set<String> columns = new HashSet<>(model.columns().keySet());
        columns.removeAll(unknown);
        columns.removeAll(weak);
        assertThat(content.holds(table, model, columns, id, values))
                .as(
                        "row %d of %s holds what %s version wrote, %d: %s",
                        id, table, version.name(), values, content.rows(version.tables()))
                .isTrue();
    }
}
