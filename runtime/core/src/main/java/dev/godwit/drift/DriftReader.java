package dev.godwit.drift;

import dev.godwit.dialect.Dialect;
import dev.godwit.introspect.Fact;
import dev.godwit.introspect.Fact.Kind;
import dev.godwit.introspect.Introspector;
import dev.godwit.introspect.LiveSchema;
import dev.godwit.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Holds a live database against a schema. */
public final class DriftReader {

    private static final String OWN = "godwit_";

    private final Connection connection;
    private final Dialect dialect;
    private final Predicate<Fact> leftOut;

    /**
     * @param connection in the schema where unqualified names belong
     * @param leftOut facts of the live database that are looked past, beside Godwit's own tables
     */
    public DriftReader(Connection connection, Dialect dialect, Predicate<Fact> leftOut) {
        this.connection = connection;
        this.dialect = dialect;
        this.leftOut = leftOut;
    }

    /** What differs from a schema. */
    public Drift read(Schema schema) throws SQLException {
        Subjects subjects = new Subjects(dialect, Introspector.ownSchema(connection));
        LiveSchema live = live(subjects.namespaces(schema));
        try (Scratch scratch = new Scratch(connection, dialect, schema)) {
            Expectation.Printed expected = Expectation.of(schema, live, subjects, scratch);
            List<Difference> differences = Comparison.of(
                    expected.facts(),
                    ServedIndexes.without(live, expected.facts()),
                    new Printer(schema, scratch, subjects)::agree);
            List<String> unmanaged = unmanaged(live, expected.subjects());
            return new Drift(
                    differences,
                    unmanaged,
                    unmanaged.stream()
                            .flatMap(table -> ForeignHistory.of(table).stream())
                            .toList(),
                    expected.notPrinted());
        }
    }

    private LiveSchema live(Set<String> namespaces) throws SQLException {
        return new LiveSchema(Introspector.read(connection, namespaces).facts().stream()
                .filter(fact -> !isOwn(fact.subject()))
                .filter(leftOut.negate())
                .toList());
    }

    private static boolean isOwn(String subject) {
        return subject.substring(subject.lastIndexOf('.') + 1)
                .toLowerCase(Locale.ROOT)
                .startsWith(OWN);
    }

    private static List<String> unmanaged(LiveSchema live, Set<String> managed) {
        return live.facts().stream()
                .filter(fact -> fact.kind() == Kind.TABLE)
                .map(Fact::subject)
                .filter(table -> !managed.contains(table))
                .toList();
    }
}
