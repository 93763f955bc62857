package dev.godwit.repeatable;

import dev.godwit.change.DatabaseKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One repeatable with its files: {@code <name>.sql} for every database, {@code <name>.postgresql.sql} and the like for
 * one. A database that has no file of its own gets the one for all; where there is none either, there is nothing to do.
 *
 * @param texts by what stands between name and extension; empty: for every database
 */
public record RepeatableFiles(String name, Map<String, String> texts) {

    /** Where the files are, among a project's resources and on the class path. */
    public static final String DIRECTORY = "META-INF/godwit/repeatable";

    public static final String EXTENSION = ".sql";

    /** What a name is: it stands in the ledger and in the database, beside versions. */
    public static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,99}");

    private static final int RULE = 1;
    private static final int BYTES = 16;

    public RepeatableFiles {
        texts = Collections.unmodifiableMap(new TreeMap<>(texts));
    }

    /** What may stand between name and extension. */
    public static List<String> variants() {
        return Stream.concat(Stream.of(""), Arrays.stream(DatabaseKind.values()).map(RepeatableFiles::variant))
                .toList();
    }

    private static String variant(DatabaseKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** The name of a file. */
    public static String file(String name, String variant) {
        return name + (variant.isEmpty() ? "" : "." + variant) + EXTENSION;
    }

    /**
     * The text for a database; empty where there is nothing to do on it.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public Optional<RepeatableText> on(DatabaseKind kind) {
        return Optional.ofNullable(texts.get(variant(kind)))
                .or(() -> Optional.ofNullable(texts.get("")))
                .map(RepeatableText::parse);
    }

    /** Tells this from every other text; how its lines end makes no difference. */
    public String hash() {
        StringBuilder all = new StringBuilder();
        texts.forEach((variant, text) -> all.append(variant)
                .append('\0')
                .append(text.replace("\r\n", "\n"))
                .append('\0'));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return RULE + ":" + HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
