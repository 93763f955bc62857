package dev.godwit.dialect.standard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * A list of words that lies beside a dialect's classes, one a line, in lower case. Read when it is first asked, since an
 * application that has nothing to migrate never asks.
 */
public final class Words {

    private final Class<?> beside;
    private final String resource;
    private volatile Set<String> words = Set.of();

    /** @param beside a class of the package that holds the resource */
    public Words(Class<?> beside, String resource) {
        this.beside = beside;
        this.resource = resource;
    }

    /** @param word in lower case */
    public boolean contains(String word) {
        if (words.isEmpty()) {
            words = read();
        }
        return words.contains(word);
    }

    private Set<String> read() {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The list %s of %s is missing.".formatted(resource, beside));
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            Set<String> read = new HashSet<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    read.add(line);
                }
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
