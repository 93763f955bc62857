package dev.godwit.drift;

import dev.godwit.introspect.Fact;
import dev.godwit.introspect.LiveSchema;
import dev.godwit.schema.Column;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Sequence;
import dev.godwit.schema.Table;
import dev.godwit.schema.Type;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a schema say what differences found, as far as a schema can. */
final class Adoption {

    /** As a sequence's fact states them on every product. */
    private static final Pattern STEPS = Pattern.compile("^(\\w*) ?start (-?\\d+) increment (-?\\d+)");

    private final LiveSchema live;
    private final Subjects subjects;
    private final Printer printer;
    private final Map<String, Type> types = new HashMap<>();
    private final Map<String, QualifiedName> tables = new HashMap<>();
    private final Map<String, QualifiedName> sequences = new HashMap<>();
    private Schema schema;

    Adoption(Schema schema, LiveSchema live, Subjects subjects, Printer printer) {
        this.schema = schema;
        this.live = live;
        this.subjects = subjects;
        this.printer = printer;
        schema.tables().keySet().forEach(name -> tables.put(subjects.of(name), name));
        schema.sequences().keySet().forEach(name -> sequences.put(subjects.of(name), name));
    }

    /** The schema with what was found in the place of what was expected. */
    Schema of(List<Difference> differences, TypeGuess guess) throws SQLException {
        for (Difference difference : differences) {
            if (difference.kind() == Fact.Kind.COLUMN && difference.found().isPresent()) {
                String printed = difference.found().get().definition();
                types.put(printed, guess.of(printed));
            }
        }
        differences.forEach(this::adopt);
        return schema;
    }

    private void adopt(Difference difference) {
        switch (difference.kind()) {
            case TABLE ->
                Optional.ofNullable(tables.get(difference.subject()))
                        .filter(name -> difference.found().isEmpty())
                        .ifPresent(name -> schema = schema.minusTable(name));
            case SEQUENCE -> sequence(difference);
            case TYPE -> {}
            case DEFAULT, COLUMN -> {
                table(difference).ifPresent(table -> schema = schema.plus(table));
                sequencesOf(difference);
            }
            default -> table(difference).ifPresent(table -> schema = schema.plus(table));
        }
    }

    private void sequence(Difference difference) {
        Optional<Sequence> known =
                Optional.ofNullable(sequences.get(difference.subject())).flatMap(schema::sequence);
        if (known.isEmpty()) {
            return;
        }
        schema = schema.minusSequence(known.get().name());
        difference
                .found()
                .flatMap(fact -> sequence(known.get().name(), fact))
                .ifPresent(found -> schema = schema.plus(found));
    }

    /** What a default counts on, as that of a {@code serial} column does, has to be there first in a new database. */
    private void sequencesOf(Difference difference) {
        List<Fact> defaults = live.facts().stream()
                .filter(fact ->
                        fact.kind() == Fact.Kind.DEFAULT && difference.found().isPresent())
                .filter(fact -> fact.subject().equals(difference.subject())
                        && fact.column().equals(difference.column()))
                .toList();
        live.facts().stream()
                .filter(fact -> fact.kind() == Fact.Kind.SEQUENCE && !sequences.containsKey(fact.subject()))
                .filter(fact ->
                        defaults.stream().anyMatch(sql -> sql.definition().contains(fact.subject())))
                .forEach(fact -> sequence(new QualifiedName(subjects.identifier(fact.subject())), fact)
                        .ifPresent(found -> schema = schema.plus(found)));
    }

    private static Optional<Sequence> sequence(QualifiedName name, Fact fact) {
        Matcher steps = STEPS.matcher(fact.definition());
        return steps.find()
                ? Optional.of(new Sequence(
                        name, Long.parseLong(steps.group(2)), Long.parseLong(steps.group(3)), type(steps.group(1))))
                : Optional.empty();
    }

    /** PostgreSQL says of what type a sequence is; to be of another one than usual is an option. */
    private static Optional<String> type(String said) {
        return said.isEmpty() || said.equalsIgnoreCase("bigint") ? Optional.empty() : Optional.of("as " + said);
    }

    private Optional<Table> table(Difference difference) {
        return Optional.ofNullable(tables.get(difference.subject()))
                .flatMap(schema::table)
                .map(table -> difference.column().isEmpty()
                        ? new ConstraintAdoption(table, subjects, printer, tables).of(difference)
                        : column(table, difference));
    }

    private Table column(Table table, Difference difference) {
        Optional<Column> known = table.columns().values().stream()
                .filter(column -> subjects.of(column.name()).equals(difference.column()))
                .findFirst();
        if (known.isEmpty()) {
            return difference.found().map(fact -> table.plus(fresh(fact))).orElse(table);
        }
        if (difference.kind() == Fact.Kind.COLUMN && difference.found().isEmpty()) {
            return table.minus(known.get().name());
        }
        return table.plus(changed(known.get(), difference));
    }

    private Type typeOf(String printed) {
        return types.getOrDefault(printed, new Type.Native(printed));
    }

    /** A column that the model does not know. */
    private Column fresh(Fact found) {
        Column column =
                Column.of(found.column(), typeOf(found.definition())).withName(subjects.identifier(found.column()));
        for (Fact fact : live.facts()) {
            if (fact.subject().equals(found.subject()) && fact.column().equals(found.column())) {
                column = changed(column, Difference.unexpected(fact));
            }
        }
        return column;
    }

    private Column changed(Column column, Difference difference) {
        Optional<String> found = difference.found().map(Fact::definition);
        return switch (difference.kind()) {
            case COLUMN -> found.map(type -> column.withType(typeOf(type))).orElse(column);
            case NULLABILITY -> column.withNullable(found.filter("null"::equals).isPresent());
            case DEFAULT -> column.withDefault(found);
            case IDENTITY -> column.withIdentity(found.isPresent());
            case GENERATED -> column.withGenerated(found.map(sql -> new Column.Generated(sql, true)));
            case COLLATION -> column.withCollation(found);
            case COMMENT -> column.withComment(found);
            case TABLE, OPTION, PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, INDEX, SEQUENCE, TYPE -> column;
        };
    }
}
