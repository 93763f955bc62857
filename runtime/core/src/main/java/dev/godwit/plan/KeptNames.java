package dev.godwit.plan;

import dev.godwit.schema.Identifier;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The reserved names under which Godwit keeps what migrations drop: a prefix, a hash of where the thing comes from, and
 * as much of its own name as fits.
 */
public final class KeptNames {

    /** What every reserved name begins with, in lower case. */
    public static final String PREFIX = "godwit_kept_";

    /** The shortest limit of the databases that Godwit knows: PostgreSQL's, in bytes; these names are ASCII. */
    private static final int MAX_LENGTH = 63;

    private static final int HASH_BYTES = 5;

    private KeptNames() {}

    /**
     * A reserved name.
     *
     * @param origin tells the thing from every other one: migration, direction, kind, name
     * @param original its own name, for those who read the database
     */
    public static Identifier of(String origin, Identifier original) {
        String readable = original.text().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "");
        String name = PREFIX + hash(origin) + "_" + readable;
        return new Identifier(name.length() <= MAX_LENGTH ? name : name.substring(0, MAX_LENGTH), false);
    }

    /** The reserved name of something that belongs to a kept thing, such as one of its indexes. */
    public static Identifier partOf(Identifier kept, Identifier part) {
        return of(kept.text() + "|" + part, part);
    }

    /** Whether a name, as a database's catalog has it, is one of these. */
    public static boolean isKept(String catalogName) {
        return catalogName.toLowerCase(Locale.ROOT).startsWith(PREFIX);
    }

    static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
