package dev.godwit.goal;

import dev.godwit.command.Facts;
import dev.godwit.command.Report;
import dev.godwit.ledger.LedgerEntry;
import dev.godwit.ledger.Version;
import dev.godwit.processor.Analysis;
import dev.godwit.project.MigrationFile;
import dev.godwit.project.Rebase.Decisions;
import dev.godwit.project.Rebase.Moved;
import dev.godwit.project.Rebase.Way;
import dev.godwit.tool.BranchFiles;
import dev.godwit.tool.BuildModule;
import dev.godwit.tool.MergeSide;
import dev.godwit.tool.NewMigration;
import dev.godwit.tool.ProjectModel;
import dev.godwit.tool.SourceReading;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts a branch's own migrations behind those that another branch has brought. */
public final class Rebase {

    private final Optional<MergeSide> first;
    private final Decisions decisions;
    private final Clock clock;

    /**
     * @param first {@code godwit.first}: the side whose migrations stay where they are, where a merge is not resolved
     * @param decisions {@code godwit.keep} and {@code godwit.resolve}
     */
    public Rebase(Optional<MergeSide> first, Decisions decisions, Clock clock) {
        this.first = first;
        this.decisions = decisions;
        this.clock = clock;
    }

    public Report run(BuildModule module) {
        BranchFiles files = BranchFiles.of(module, first);
        if (files.own().isEmpty()) {
            return Report.of(
                    List.of("Every migration whose class is there is in the chain; nothing is to be put behind it."),
                    Map.of("written", List.of()));
        }
        SourceReading<Optional<Analysis>> reading = ProjectModel.read(module, files.snapshot());
        if (reading.value().isEmpty()) {
            return Messages.failure(reading);
        }
        dev.godwit.project.Rebase rebase = dev.godwit.project.Rebase.of(
                files.snapshot(),
                files.ledger(),
                files.chain(),
                files.own(),
                reading.value().get().model(),
                decisions,
                clock.instant());
        rebase.moved().stream()
                .flatMap(moved -> moved.file().stream())
                .forEach(file -> NewMigration.require(module, file.entry(), file.text()));
        List<Path> written = rebase.write(module.files());
        return report(module, rebase, written).withWarnings(Messages.warnings(reading));
    }

    private static Report report(BuildModule module, dev.godwit.project.Rebase rebase, List<Path> written) {
        List<String> files = written.stream().map(module::display).toList();
        List<String> lines = new ArrayList<>();
        rebase.moved().forEach(moved -> lines.add(line(moved)));
        files.forEach(file -> lines.add("Written: " + file));
        if (rebase.pending()) {
            lines.add("The entities need more than these migrations do: godwit:accept makes the rest a migration.");
        }
        lines.add("Review these files, and resolve the merge with them.");
        return Report.of(
                lines,
                new Facts()
                        .add(
                                "migrations",
                                rebase.moved().stream().map(Rebase::facts).toList())
                        .add("pending", rebase.pending())
                        .add("written", files)
                        .map());
    }

    private static String line(Moved moved) {
        String now = moved.file()
                .map(MigrationFile::entry)
                .filter(entry -> !entry.version().equals(moved.was().entry().version()))
                .map(entry -> ", now as version " + entry.version())
                .orElse("");
        return "%s %s%s%s."
                .formatted(
                        moved.was().entry().className(),
                        moved.way().text(),
                        now,
                        moved.file()
                                .flatMap(file -> file.entry().after())
                                .map(after -> ", behind " + after)
                                .orElse(""));
    }

    private static Map<String, Object> facts(Moved moved) {
        Optional<LedgerEntry> entry = moved.file().map(MigrationFile::entry);
        return new Facts()
                .add("was", moved.was().entry().className())
                .add("way", way(moved.way()))
                .add("version", entry.map(LedgerEntry::version).map(Version::text))
                .add("class", entry.map(LedgerEntry::className))
                .add("after", entry.flatMap(LedgerEntry::after).map(Version::text))
                .map();
    }

    private static String way(Way way) {
        return way.name().toLowerCase(Locale.ROOT);
    }
}
