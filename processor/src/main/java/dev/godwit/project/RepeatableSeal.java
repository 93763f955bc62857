package dev.godwit.project;

import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.RepeatableLine;
import dev.godwit.ledger.Version;
import dev.godwit.repeatable.RepeatableFiles;
import dev.godwit.repeatable.RepeatableText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A project's repeatables, held against the ledger.
 *
 * @param lines the ledger's once they are sealed, each behind those that it needs
 * @param changed names of those whose text is new
 * @param gone names of those whose files are gone since
 */
public record RepeatableSeal(List<RepeatableLine> lines, List<String> changed, List<String> gone) {

    public RepeatableSeal {
        lines = List.copyOf(lines);
        changed = List.copyOf(changed);
        gone = List.copyOf(gone);
    }

    /**
     * Seals the files as they are.
     *
     * @param version of what has changed: later than every other one
     * @throws ProjectException when a file cannot be used, or when they need what is not there or each other
     */
    public static RepeatableSeal of(Ledger ledger, List<RepeatableFiles> files, Version version) {
        Map<String, RepeatableFiles> byName = new TreeMap<>();
        files.forEach(each -> byName.put(each.name(), each));
        List<RepeatableLine> lines = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (RepeatableFiles each : ordered(byName)) {
            Optional<String> hash = Optional.of(each.hash());
            Optional<RepeatableLine> had = line(ledger, each.name());
            if (had.filter(line -> line.hash().equals(hash)).isPresent()) {
                lines.add(had.get());
            } else {
                lines.add(new RepeatableLine(each.name(), version, hash));
                changed.add(each.name());
            }
        }
        for (RepeatableLine line : ledger.repeatables()) {
            if (!byName.containsKey(line.name())) {
                boolean isGone = line.hash().isEmpty();
                lines.add(isGone ? line : new RepeatableLine(line.name(), version, Optional.empty()));
                if (!isGone) {
                    gone.add(line.name());
                }
            }
        }
        return new RepeatableSeal(lines, changed, gone);
    }

    /** Whether there is nothing to seal. */
    public boolean isSealed() {
        return changed.isEmpty() && gone.isEmpty();
    }

    private static Optional<RepeatableLine> line(Ledger ledger, String name) {
        return ledger.repeatables().stream()
                .filter(line -> line.name().equals(name))
                .findFirst();
    }

    private static List<RepeatableFiles> ordered(Map<String, RepeatableFiles> files) {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        files.forEach((name, each) -> needs.put(name, needs(each)));
        needs.forEach((name, needed) -> needed.stream()
                .filter(other -> !files.containsKey(other))
                .findFirst()
                .ifPresent(other -> {
                    throw new ProjectException(ProjectMessages.repeatableNeedsNothing(name, other, files.keySet()));
                }));
        Set<String> ordered = new LinkedHashSet<>();
        needs.keySet().forEach(name -> order(name, needs, ordered, new LinkedHashSet<>()));
        return ordered.stream().map(files::get).toList();
    }

    private static void order(String name, Map<String, Set<String>> needs, Set<String> ordered, Set<String> above) {
        if (ordered.contains(name)) {
            return;
        }
        if (!above.add(name)) {
            throw new ProjectException(ProjectMessages.repeatableCircle(above));
        }
        needs.get(name).forEach(other -> order(other, needs, ordered, above));
        above.remove(name);
        ordered.add(name);
    }

    /** Whatever one of its texts needs. */
    private static Set<String> needs(RepeatableFiles files) {
        Set<String> needs = new TreeSet<>();
        files.texts().forEach((variant, text) -> {
            try {
                needs.addAll(RepeatableText.parse(text).after());
            } catch (IllegalArgumentException e) {
                throw new ProjectException(ProjectMessages.repeatableUnusable(
                        RepeatableFiles.file(files.name(), variant), e.getMessage()));
            }
        });
        return needs;
    }
}
