package dev.godwit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A jar or war. One that carries its libraries is unpacked, since a class loader of the JDK cannot look into it. */
record Archive(Path file) {

    /**
     * @param directory where it may be unpacked
     * @throws CliException when an entry leads outside
     */
    List<Path> classPath(TemporaryDirectory directory) throws IOException {
        Optional<Layout> layout = layout();
        if (layout.isEmpty()) {
            return List.of(file);
        }
        Path root = directory.fresh();
        unpack(layout.get(), root);
        return layout.get().classPath(root);
    }

    private Optional<Layout> layout() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(file, Map.of())) {
            return Layout.of(zip.getPath("/"));
        }
    }

    private void unpack(Layout layout, Path root) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> entries = zip.stream()
                    .filter(entry -> !entry.isDirectory() && layout.holds(entry.getName()))
                    .toList();
            for (ZipEntry entry : entries) {
                Path target = root.resolve(entry.getName()).normalize();
                if (!target.startsWith(root)) {
                    throw CliMessages.leadsOutside(file, entry.getName());
                }
                Files.createDirectories(target.getParent());
                try (InputStream content = zip.getInputStream(entry)) {
                    Files.copy(content, target);
                }
            }
        }
    }
}
