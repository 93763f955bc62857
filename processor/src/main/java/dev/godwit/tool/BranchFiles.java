package dev.godwit.tool;

import dev.godwit.ledger.Ledger;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.ledger.Version;
import dev.godwit.project.RecordedMigration;
import dev.godwit.project.SourcedMigration;
import dev.godwit.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A module's committed files after a merge: the chain that the snapshot stands at the end of, and the migrations beside
 * it, whose classes are there and whose lines are not in that chain.
 *
 * @param ledger the lines that lead to the snapshot's head
 * @param chain the migrations of the ledger
 * @param own the migrations beside it
 */
public record BranchFiles(Snapshot snapshot, Ledger ledger, List<RecordedMigration> chain, List<SourcedMigration> own) {

    private static final Pattern FILE = Pattern.compile("V\\d{14}__\\w+\\.java");

    /**
     * Reads the files.
     *
     * @param first the side whose migrations stay where they are, where the merge is not resolved
     * @throws ToolException when the merge is not resolved and no side is given, or a migration does not compile
     */
    public static BranchFiles of(BuildModule module, Optional<MergeSide> first) {
        Snapshot snapshot = Snapshot.parse(resolved(module, module.snapshot(), module.snapshotText(), first));
        String text = resolved(module, module.ledger(), module.ledgerText(), first);
        Ledger ledger = leadingTo(snapshot.head(), Ledger.lines(text), Ledger.besides(text));
        List<String> beside = beside(module, snapshot, ledger);
        return new BranchFiles(
                snapshot,
                ledger,
                MigrationClasses.recorded(module, ledger),
                MigrationClasses.stated(module, beside).stream()
                        .map(migration -> MigrationClasses.sourced(module, migration))
                        .toList());
    }

    private static String resolved(BuildModule module, Path file, String text, Optional<MergeSide> first) {
        return MergeSide.isMarked(text)
                ? first.orElseThrow(() -> ToolMessages.unresolvedMerge(module.display(file)))
                        .of(text)
                : text;
    }

    /** Whatever else the lines hold is beside the chain. Where they do not lead there, they are left to be refused. */
    private static Ledger leadingTo(Optional<Version> head, List<LedgerEntry> lines, Ledger besides) {
        List<LedgerEntry> chain = new ArrayList<>();
        Optional<Version> next = head;
        while (next.isPresent()) {
            Version version = next.get();
            Optional<LedgerEntry> line = lines.stream()
                    .filter(entry -> entry.version().equals(version))
                    .findFirst();
            if (line.isEmpty() || chain.contains(line.get())) {
                return besides.with(lines);
            }
            chain.add(0, line.get());
            next = line.get().after();
        }
        return besides.with(chain);
    }

    private static List<String> beside(BuildModule module, Snapshot snapshot, Ledger ledger) {
        String packageName = snapshot.settings().migrationsPackage();
        TreeSet<String> names = module.sources().roots().stream()
                .flatMap(root -> files(root.resolve(packageName.replace('.', '/'))))
                .map(file -> file.replace(".java", ""))
                .map(simple -> packageName.isEmpty() ? simple : packageName + "." + simple)
                .collect(Collectors.toCollection(TreeSet::new));
        ledger.entries().forEach(entry -> names.remove(entry.className()));
        return List.copyOf(names);
    }

    private static Stream<String> files(Path directory) {
        if (!Files.isDirectory(directory)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> FILE.matcher(name).matches())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw ToolMessages.unreadable(directory, e);
        }
    }
}
