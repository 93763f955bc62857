package dev.godwit.dialect;

import dev.godwit.SchemaChanges;
import dev.godwit.change.Change;
import dev.godwit.change.DatabaseKind;
import dev.godwit.plan.Course;
import dev.godwit.plan.Retention;
import dev.godwit.schema.Schema;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A migration under traffic.
 *
 * @param rows what is there before
 * @param oldWrites what the old version executes after expand
 * @param newWrites what the new version executes after that
 * @param oldRead how the old version sees the rows between the phases
 * @param newRead how the new version sees them, then and after contract
 * @param laterWrites what the new version executes after contract
 */
record Manoeuvre(
        String name,
        Set<DatabaseKind> databases,
        List<Change> setUp,
        List<Change> up,
        List<Change> down,
        List<String> rows,
        List<String> oldWrites,
        List<String> newWrites,
        String oldRead,
        List<String> oldSees,
        String newRead,
        List<String> newSees,
        List<String> laterWrites) {

    static Manoeuvre of(
            String name, Consumer<SchemaChanges> setUp, Consumer<SchemaChanges> up, Consumer<SchemaChanges> down) {
        return new Manoeuvre(
                name,
                EnumSet.of(DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB, DatabaseKind.MYSQL),
                Scenario.record(setUp),
                Scenario.record(up),
                Scenario.record(down),
                List.of(),
                List.of(),
                List.of(),
                "select 1",
                List.of("1"),
                "select 1",
                List.of("1"),
                List.of());
    }

    Manoeuvre on(DatabaseKind first, DatabaseKind... more) {
        return new Manoeuvre(
                name,
                EnumSet.of(first, more),
                setUp,
                up,
                down,
                rows,
                oldWrites,
                newWrites,
                oldRead,
                oldSees,
                newRead,
                newSees,
                laterWrites);
    }

    Manoeuvre withRows(String... statements) {
        return new Manoeuvre(
                name,
                databases,
                setUp,
                up,
                down,
                List.of(statements),
                oldWrites,
                newWrites,
                oldRead,
                oldSees,
                newRead,
                newSees,
                laterWrites);
    }

    Manoeuvre oldWrites(String... statements) {
        return new Manoeuvre(
                name,
                databases,
                setUp,
                up,
                down,
                rows,
                List.of(statements),
                newWrites,
                oldRead,
                oldSees,
                newRead,
                newSees,
                laterWrites);
    }

    Manoeuvre newWrites(String... statements) {
        return new Manoeuvre(
                name,
                databases,
                setUp,
                up,
                down,
                rows,
                oldWrites,
                List.of(statements),
                oldRead,
                oldSees,
                newRead,
                newSees,
                laterWrites);
    }

    Manoeuvre oldSees(String query, String... expected) {
        return new Manoeuvre(
                name,
                databases,
                setUp,
                up,
                down,
                rows,
                oldWrites,
                newWrites,
                query,
                List.of(expected),
                newRead,
                newSees,
                laterWrites);
    }

    Manoeuvre newSees(String query, String... expected) {
        return new Manoeuvre(
                name,
                databases,
                setUp,
                up,
                down,
                rows,
                oldWrites,
                newWrites,
                oldRead,
                oldSees,
                query,
                List.of(expected),
                laterWrites);
    }

    Manoeuvre laterWrites(String... statements) {
        return new Manoeuvre(
                name,
                databases,
                setUp,
                up,
                down,
                rows,
                oldWrites,
                newWrites,
                oldRead,
                oldSees,
                newRead,
                newSees,
                List.of(statements));
    }

    Schema before() {
        return Scenario.replay(setUp, Schema.EMPTY);
    }

    Schema after() {
        return Scenario.replay(up, before());
    }

    Course course() {
        return new Course(up, down, this::before, Retention.NONE, Course.Mode.PHASED);
    }

    @Override
    public String toString() {
        return name;
    }
}
