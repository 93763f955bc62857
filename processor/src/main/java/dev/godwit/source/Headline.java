package dev.godwit.source;

import dev.godwit.schema.QualifiedName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts the phrases of several changes together into one. */
final class Headline {

    private static final int LONGEST = 60;

    /** The most names in a row that are still read. */
    private static final int NAMES = 3;

    private Headline() {}

    static String of(List<Phrase> phrases) {
        List<Phrase> main =
                phrases.stream().filter(phrase -> !phrase.comesWith(phrases)).toList();
        List<Phrase> told = main.isEmpty() ? phrases : main;
        Collection<String> parts = parts(told);
        String text = String.join("And", parts);
        return parts.size() <= NAMES && text.length() <= LONGEST ? text : summary(told);
    }

    /** Phrases about one table become one, and then those that say the same of several tables. */
    private static Collection<String> parts(List<Phrase> phrases) {
        Map<List<Object>, List<Phrase>> byTable = phrases.stream()
                .collect(Collectors.groupingBy(
                        phrase -> List.of(
                                phrase.verb(), phrase.link(), phrase.link().isEmpty() ? "" : phrase.table()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        Map<List<String>, Set<String>> tables = new LinkedHashMap<>();
        byTable.values().forEach(group -> {
            Phrase first = group.get(0);
            tables.computeIfAbsent(List.of(first.verb() + objects(group), first.link()), key -> new LinkedHashSet<>())
                    .add(first.link().isEmpty() ? "" : Phrase.word(first.table().name()));
        });
        return tables.entrySet().stream()
                .map(entry -> String.join("", entry.getKey()) + joined(entry.getValue(), "SeveralTables"))
                .toList();
    }

    private static String objects(List<Phrase> group) {
        return group.size() == 1
                ? group.get(0).object() + group.get(0).tail()
                : joined(
                        group.stream().map(Phrase::object).collect(Collectors.toCollection(LinkedHashSet::new)),
                        group.get(0).link().isEmpty() ? "SeveralTables" : "SeveralColumns");
    }

    private static String joined(Set<String> names, String many) {
        return names.size() <= NAMES ? String.join("And", names) : many;
    }

    private static String summary(List<Phrase> phrases) {
        Set<String> tables = phrases.stream()
                .map(Phrase::table)
                .map(QualifiedName::name)
                .map(Phrase::word)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        String text = "Change" + joined(tables, "SeveralTables");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
