package dev.godwit.tool;

import dev.godwit.project.TestedMigrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where a module keeps what {@code godwit:test} has seen: beside what is derived, never committed. */
public record TestedFile(Path file) {

    public static TestedFile of(BuildModule module) {
        return new TestedFile(module.work().resolve("tested"));
    }

    /** @throws ToolException when it is there and cannot be read */
    public TestedMigrations read() {
        try {
            return TestedMigrations.parse(Files.readString(file));
        } catch (NoSuchFileException e) {
            return TestedMigrations.NONE;
        } catch (IOException e) {
            throw ToolMessages.unreadable(file, e);
        }
    }

    /** @throws ToolException when it cannot be written */
    public void write(TestedMigrations tested) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, tested.text());
        } catch (IOException e) {
            throw ToolMessages.unwritable(file, e);
        }
    }
}
