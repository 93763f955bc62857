package dev.godwit.drift;

import dev.godwit.change.CreateTable;
import dev.godwit.dialect.DialectException;
import dev.godwit.introspect.Fact;
import dev.godwit.introspect.Fact.Kind;
import dev.godwit.schema.Column;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Table;
import dev.godwit.schema.Type;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The logical type behind a type that a server prints. Nothing is parsed: types are tried with the numbers that stand in
 * the text, and the one that the server prints in the same way is it. What none gives stays as it is printed.
 */
final class TypeGuess {

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int DEFAULT_DIGITS = 6;

    private final Scratch scratch;
    private final Subjects subjects;

    TypeGuess(Scratch scratch, Subjects subjects) {
        this.scratch = scratch;
        this.subjects = subjects;
    }

    Type of(String printed) throws SQLException {
        Map<String, Type> bySubject = new LinkedHashMap<>();
        candidates(printed).forEach(type -> {
            QualifiedName name = new QualifiedName(scratch.name());
            if (isCreated(name, type)) {
                bySubject.put(subjects.of(name), type);
            }
        });
        Set<String> same = scratch.read(Set.of()).facts().stream()
                .filter(fact -> fact.kind() == Kind.COLUMN && fact.definition().equals(printed))
                .map(Fact::subject)
                .collect(Collectors.toSet());
        return bySubject.entrySet().stream()
                .filter(candidate -> same.contains(candidate.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> new Type.Native(printed));
    }

    private boolean isCreated(QualifiedName name, Type type) {
        try {
            scratch.create(new CreateTable(Table.of(name, List.of(Column.of("c", type)))));
            return true;
        } catch (SQLException | DialectException e) {
            return false;
        }
    }

    private static List<Type> candidates(String printed) {
        List<Integer> numbers = NUMBER.matcher(printed)
                .results()
                .map(match -> match.group().length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(match.group()))
                .filter(number -> number > 0)
                .toList();
        List<Type> candidates = new ArrayList<>();
        if (!numbers.isEmpty()) {
            int first = numbers.get(0);
            for (Type.Sized.Kind kind : Type.Sized.Kind.values()) {
                candidates.add(new Type.Sized(kind, first));
            }
            candidates.add(new Type.Numeric(first, numbers.size() > 1 ? numbers.get(1) : 0));
        }
        // Before JSON, which is a long text with a check on some.
        candidates.add(new Type.Sized(Type.Sized.Kind.LONG_VARCHAR, Integer.MAX_VALUE));
        candidates.add(new Type.Sized(Type.Sized.Kind.LONG_VARBINARY, Integer.MAX_VALUE));
        for (Type.Simple.Kind kind : Type.Simple.Kind.values()) {
            candidates.add(new Type.Simple(kind));
        }
        for (Type.Temporal.Kind kind : Type.Temporal.Kind.values()) {
            candidates.add(
                    new Type.Temporal(kind, OptionalInt.of(numbers.isEmpty() ? DEFAULT_DIGITS : numbers.get(0))));
        }
        return candidates;
    }
}
