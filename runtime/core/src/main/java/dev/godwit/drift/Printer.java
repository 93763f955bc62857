package dev.godwit.drift;

import dev.godwit.change.CreateTable;
import dev.godwit.introspect.Fact;
import dev.godwit.introspect.Fact.Kind;
import dev.godwit.schema.Check;
import dev.godwit.schema.Column;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Has a server print expressions again. What it prints of a text need not be what it prints of that print: a dump that
 * was restored shows another text of the same check. So texts are the same where they meet after a few prints.
 */
final class Printer {

    private static final int ROUNDS = 3;

    private final Scratch scratch;
    private final Subjects subjects;
    private final Map<String, Table> tables = new HashMap<>();

    Printer(Schema schema, Scratch scratch, Subjects subjects) {
        this.scratch = scratch;
        this.subjects = subjects;
        schema.tables().values().forEach(table -> tables.put(subjects.of(table.name()), table));
    }

    /** Whether two facts about the same thing say the same. */
    boolean agree(Fact expected, Fact found) {
        if (expected.definition().equals(found.definition())) {
            return true;
        }
        if (!isExpression(expected.kind())) {
            return false;
        }
        Fact one = expected;
        Fact other = found;
        for (int round = 0; round < ROUNDS; round++) {
            Optional<Fact> oneAgain = again(one);
            Optional<Fact> otherAgain = again(other);
            if (oneAgain.isEmpty() || otherAgain.isEmpty()) {
                return false;
            }
            one = oneAgain.get();
            other = otherAgain.get();
            if (one.definition().equals(other.definition())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the server prints a table's check as a fact has it. */
    boolean prints(Table table, Check check, Fact expected) {
        return printsCheck(bare(table).plus(check), expected);
    }

    /** Whether the server prints the checks of a column, that of its type among them, as a fact has it. */
    boolean prints(Table table, Column column, Fact expected) {
        Column alone = column.withDefault(Optional.empty()).withIdentity(false).withGenerated(Optional.empty());
        return printsCheck(Table.of(scratch.name(table.name()), List.of(alone)), expected);
    }

    private boolean printsCheck(Table candidate, Fact expected) {
        try {
            return printed(candidate).stream()
                    .anyMatch(fact ->
                            fact.kind() == Kind.CHECK && fact.definition().equals(expected.definition()));
        } catch (SQLException e) {
            return false;
        }
    }

    private List<Fact> printed(Table table) throws SQLException {
        scratch.create(new CreateTable(table));
        String subject = subjects.of(table.name());
        return scratch.read(subjects.namespaces(scratch.around()))
                .about(subject::equals)
                .facts();
    }

    private static boolean isExpression(Kind kind) {
        return switch (kind) {
            case DEFAULT, GENERATED, CHECK -> true;
            case TABLE,
                    COLUMN,
                    NULLABILITY,
                    IDENTITY,
                    COLLATION,
                    OPTION,
                    PRIMARY_KEY,
                    UNIQUE,
                    FOREIGN_KEY,
                    INDEX,
                    COMMENT,
                    SEQUENCE,
                    TYPE -> false;
        };
    }

    /** What the server prints of what it printed; empty where it refuses, or nothing is known of the table. */
    private Optional<Fact> again(Fact fact) {
        Table table = tables.get(fact.subject());
        if (table == null) {
            return Optional.empty();
        }
        try {
            return printed(with(fact, bare(table))).stream()
                    .filter(read -> read.kind() == fact.kind() && read.column().equals(fact.column()))
                    .findFirst()
                    .map(read -> fact.withDefinition(read.definition()));
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    /** The columns alone, without what may refer to one another. */
    private Table bare(Table table) {
        List<Column> columns = table.columns().values().stream()
                .map(column -> column.withDefault(Optional.empty())
                        .withIdentity(false)
                        .withGenerated(Optional.empty())
                        .withChecks(Set.of())
                        .withNullable(true))
                .collect(Collectors.toList());
        return Table.of(scratch.name(table.name()), columns);
    }

    private Table with(Fact fact, Table bare) {
        if (fact.kind() == Kind.CHECK) {
            return bare.plus(new Check(Optional.of(scratch.name()), fact.definition()));
        }
        return bare.withColumns(bare.columns().values().stream()
                .map(column -> subjects.of(column.name()).equals(fact.column()) ? with(fact, column) : column)
                .toList());
    }

    private static Column with(Fact fact, Column column) {
        return fact.kind() == Kind.DEFAULT
                ? column.withDefault(Optional.of(fact.definition()))
                : column.withGenerated(Optional.of(new Column.Generated(fact.definition(), true)));
    }
}
