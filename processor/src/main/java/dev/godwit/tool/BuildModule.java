package dev.godwit.tool;

import dev.godwit.data.DeclaredData;
import dev.godwit.ledger.Ledger;
import dev.godwit.project.ProjectFiles;
import dev.godwit.project.settings.ClassPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A module of a build, as the build tool describes it.
 *
 * @param name what reports call it
 * @param base its directory
 * @param sources what people write; new migrations go into the first root
 * @param resources the directory of committed resources, such as {@code src/main/resources}
 * @param classes where the build tool compiles to
 * @param runtimeClassPath the dependencies, JDBC drivers among them, without {@code classes}
 * @param entities names of entities outside of the sources, as {@code godwit.entities} states them
 * @param work a directory for what Godwit derives, such as {@code target/godwit}
 */
public record BuildModule(
        String name,
        Path base,
        Sources sources,
        Path resources,
        Path classes,
        List<Path> runtimeClassPath,
        List<String> entities,
        Path work) {

    public BuildModule {
        runtimeClassPath = List.copyOf(runtimeClassPath);
        entities = List.copyOf(entities);
    }

    /** The compile class path, then what only running needs; without the module's own classes. */
    public ClassPath classPath() {
        return new ClassPath(Stream.concat(sources.classPath().stream(), runtimeClassPath.stream())
                .distinct()
                .toList());
    }

    /** Where the committed files are. */
    public ProjectFiles files() {
        return new ProjectFiles(sources.roots().get(0), sources.encoding(), snapshot(), ledger());
    }

    BuildModule withSourceRoots(List<Path> roots) {
        return new BuildModule(
                name, base, sources.withRoots(roots), resources, classes, runtimeClassPath, entities, work);
    }

    /** Whether Godwit is set up here: a snapshot or a ledger is among the resources. */
    public boolean isSetUp() {
        return Files.exists(snapshot()) || Files.exists(ledger());
    }

    /** @throws ToolException when one of the snapshot and the ledger is there, and the other is not */
    public void requireBothFiles() {
        for (Path file : List.of(snapshot(), ledger())) {
            if (!Files.exists(file)) {
                throw missing(file);
            }
        }
    }

    private ToolException missing(Path file) {
        return ToolMessages.missing(display(file), display(file.equals(ledger()) ? snapshot() : ledger()));
    }

    /** Where the committed snapshot is. */
    public Path snapshot() {
        return resources.resolve("META-INF/godwit/schema.json");
    }

    /** Where the committed ledger is. */
    public Path ledger() {
        return resources.resolve(Ledger.PATH);
    }

    /** Where files declare the rows that belong to the schema. */
    public Path data() {
        return snapshot().resolveSibling(DeclaredData.DIRECTORY);
    }

    /**
     * A committed resource; empty where there is none.
     *
     * @throws ToolException when it cannot be read
     */
    Optional<String> resource(String name) {
        Path file = resources.resolve(name);
        return Files.isRegularFile(file) ? Optional.of(text(file)) : Optional.empty();
    }

    /** The committed ledger. @throws ToolException when it is missing or cannot be read */
    public String ledgerText() {
        return text(ledger());
    }

    /** The committed snapshot. @throws ToolException when it is missing or cannot be read */
    public String snapshotText() {
        return text(snapshot());
    }

    private String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw missing(file);
        } catch (IOException e) {
            throw ToolMessages.unreadable(file, e);
        }
    }

    /** A file of the module as messages name it. */
    public String display(Path file) {
        return file.startsWith(base) ? base.relativize(file).toString().replace('\\', '/') : file.toString();
    }
}
