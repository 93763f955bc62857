package dev.godwit.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Files that are written together and never over existing ones. */
public final class NewFiles {

    private NewFiles() {}

    /** Writes all or none. @throws ToolException when one exists or cannot be written */
    public static void write(Map<Path, String> texts) {
        List<Path> written = new ArrayList<>();
        texts.forEach((file, text) -> {
            try {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
                written.add(file);
            } catch (IOException e) {
                written.forEach(NewFiles::delete);
                throw ToolMessages.unwritable(file, e);
            }
        });
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw ToolMessages.unwritable(file, e);
        }
    }
}
