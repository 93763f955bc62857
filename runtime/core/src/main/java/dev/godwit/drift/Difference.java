package dev.godwit.drift;

import dev.godwit.introspect.Fact;
import dev.godwit.introspect.Fact.Kind;
import java.util.Optional;

/**
 * One fact in which a live database is not what it should be. At least one side is there.
 *
 * @param expected empty: the database has something that should not be there
 * @param found empty: the database lacks something
 */
public record Difference(Optional<Fact> expected, Optional<Fact> found) {

    static Difference missing(Fact expected) {
        return new Difference(Optional.of(expected), Optional.empty());
    }

    static Difference unexpected(Fact found) {
        return new Difference(Optional.empty(), Optional.of(found));
    }

    static Difference between(Fact expected, Fact found) {
        return new Difference(Optional.of(expected), Optional.of(found));
    }

    private Fact any() {
        return expected.or(() -> found).orElseThrow();
    }

    public Kind kind() {
        return any().kind();
    }

    /** The table, sequence or type, as the catalog has it. */
    public String subject() {
        return any().subject();
    }

    /** The column, as the catalog has it; empty where the difference is not about one column. */
    public String column() {
        return any().column();
    }

    /** Whether nothing but the name of a constraint or index differs. */
    public boolean isName() {
        return expected.isPresent()
                && found.isPresent()
                && expected.get().definition().equals(found.get().definition())
                && !expected.get().name().equals(found.get().name());
    }

    /** The stable code. */
    public String code() {
        return DriftMessages.code(this);
    }

    /** What differs, and where. */
    public String what() {
        return DriftMessages.what(this);
    }

    /** What differs, and what to do, without the code. */
    public String text() {
        return DriftMessages.text(this);
    }

    @Override
    public String toString() {
        return code() + ": " + text();
    }
}
