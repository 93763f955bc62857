package dev.godwit.engine.repeat;

import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.problem.RepeatableProblems;
import dev.godwit.ledger.RepeatableLine;
import dev.godwit.repeatable.RepeatableFiles;
import dev.godwit.repeatable.RepeatableText;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads repeatables from the class path, each only when it is to run. */
public final class RepeatableSource {

    private final ClassLoader classes;
    private final DatabaseKind kind;

    public RepeatableSource(ClassLoader classes, DatabaseKind kind) {
        this.classes = classes;
        this.kind = kind;
    }

    /**
     * The text of a repeatable for the database; empty where there is nothing to do on it.
     *
     * @throws EngineException when it is not there, not what the ledger says, or of another form
     */
    public Optional<RepeatableText> text(RepeatableLine line) {
        RepeatableFiles files = files(line.name());
        if (files.texts().isEmpty()) {
            throw RepeatableProblems.missing(line.name(), RepeatableFiles.DIRECTORY);
        }
        if (!Optional.of(files.hash()).equals(line.hash())) {
            throw RepeatableProblems.unsealed(line.name());
        }
        try {
            return files.on(kind);
        } catch (IllegalArgumentException e) {
            throw RepeatableProblems.unreadable(line.name(), e.getMessage());
        }
    }

    private RepeatableFiles files(String name) {
        Map<String, String> texts = new HashMap<>();
        for (String variant : RepeatableFiles.variants()) {
            String path = RepeatableFiles.DIRECTORY + "/" + RepeatableFiles.file(name, variant);
            Optional.ofNullable(classes.getResource(path)).ifPresent(place -> texts.put(variant, read(name, place)));
        }
        return new RepeatableFiles(name, texts);
    }

    private static String read(String name, URL place) {
        try {
            URLConnection connection = place.openConnection();
            // A cached jar file would outlive the class loader.
            connection.setUseCaches(false);
            try (InputStream text = connection.getInputStream()) {
                return new String(text.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw RepeatableProblems.unreadable(name, e.toString());
        }
    }
}
