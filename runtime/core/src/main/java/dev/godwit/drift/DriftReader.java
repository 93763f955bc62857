package dev.godwit.drift;

import dev.godwit.dialect.Dialect;
import dev.godwit.introspect.Fact;
import dev.godwit.introspect.Fact.Kind;
import dev.godwit.introspect.Introspector;
import dev.godwit.introspect.LiveSchema;
import dev.godwit.plan.KeptNames;
import dev.godwit.plan.PhaseNames;
import dev.godwit.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Holds a live database against a schema. */
public final class DriftReader {

    private static final String OWN = "godwit_";

    /** What is adopted may show what was behind it: a type its check, for one. */
    private static final int ROUNDS = 4;

    private final Connection connection;
    private final Dialect dialect;

    /** @param connection in the schema where unqualified names belong */
    public DriftReader(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** What differs from a schema. */
    public Drift read(Schema schema) throws SQLException {
        Subjects subjects = new Subjects(dialect, Introspector.ownSchema(connection));
        LiveSchema live = live(subjects.namespaces(schema));
        try (Scratch scratch = new Scratch(connection, dialect, schema)) {
            return drift(schema, live, subjects, scratch);
        }
    }

    /** What differs from a schema, and what the schema would be if it said what is there. */
    public Observation observe(Schema schema) throws SQLException {
        Subjects subjects = new Subjects(dialect, Introspector.ownSchema(connection));
        LiveSchema live = live(subjects.namespaces(schema));
        Drift first = Drift.NONE;
        Drift last = Drift.NONE;
        Schema current = schema;
        for (int round = 0; round <= ROUNDS; round++) {
            try (Scratch scratch = new Scratch(connection, dialect, current)) {
                last = drift(current, live, subjects, scratch);
                first = round == 0 ? last : first;
                if (last.differences().isEmpty() || round == ROUNDS) {
                    break;
                }
                current = new Adoption(current, live, subjects, new Printer(current, scratch, subjects))
                        .of(last.differences(), new TypeGuess(scratch, subjects));
            }
        }
        return new Observation(first, current, last.differences());
    }

    private Drift drift(Schema schema, LiveSchema live, Subjects subjects, Scratch scratch) throws SQLException {
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

    private LiveSchema live(Set<String> namespaces) throws SQLException {
        return new LiveSchema(Introspector.read(connection, namespaces).facts().stream()
                .filter(fact -> !isOwn(fact.subject()) && !isKept(fact))
                .toList());
    }

    private static boolean isOwn(String subject) {
        return subject.substring(subject.lastIndexOf('.') + 1)
                .toLowerCase(Locale.ROOT)
                .startsWith(OWN);
    }

    /**
     * What migrations dropped and the database keeps, and what stands between two phases, with what stands on it: no
     * schema knows of it.
     */
    private static boolean isKept(Fact fact) {
        return KeptNames.isKept(fact.column())
                || PhaseNames.isReserved(fact.column())
                || fact.name().filter(PhaseNames::isReserved).isPresent()
                || fact.name().filter(KeptNames::isKept).isPresent()
                || fact.definition().toLowerCase(Locale.ROOT).contains(KeptNames.PREFIX);
    }

    private static List<String> unmanaged(LiveSchema live, Set<String> managed) {
        return live.facts().stream()
                .filter(fact -> fact.kind() == Kind.TABLE)
                .map(Fact::subject)
                .filter(table -> !managed.contains(table))
                .toList();
    }
}
