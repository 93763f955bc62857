package dev.godwit.project;

import java.nio.charset.Charset;
import java.nio.file.Path;

/**
 * Where a project keeps its migrations.
 *
 * @param sourceRoot the root of the Java sources that migrations are written to
 * @param encoding of Java sources
 * @param snapshot the committed {@code schema.json}
 * @param ledger the committed {@code migrations}
 */
public record ProjectFiles(Path sourceRoot, Charset encoding, Path snapshot, Path ledger) {

    /** The source file of a top-level class. */
    public Path source(String className) {
        return sourceRoot.resolve(className.replace('.', '/') + ".java");
    }
}
