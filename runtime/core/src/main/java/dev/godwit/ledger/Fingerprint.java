package dev.godwit.ledger;

import dev.godwit.change.Change;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a migration does, in two hashes, so that an edit of it is noticed.
 *
 * <p>It sees what is recorded, never source text, and not the migration's place in history. How an interrupted run of
 * raw SQL goes on, and what raw SQL declares to touch, change nothing in a database and are left out. Row code is seen
 * by its revision.
 *
 * @param rule the number of the rule by which the hashes are made
 * @param up hash of what {@code up} records, in hexadecimal digits
 * @param down hash of what {@code down} records, in hexadecimal digits
 */
public record Fingerprint(int rule, String up, String down) {

    /** The rule by which new fingerprints are made. */
    public static final int CURRENT_RULE = 1;

    /** 128 bits: long enough that no two migrations meet by chance, short enough for a line. */
    private static final int BYTES = 16;

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9}):([0-9a-f]{32}):([0-9a-f]{32})");

    /** The fingerprint by the current rule. */
    public static Fingerprint of(List<Change> up, List<Change> down) {
        return of(CURRENT_RULE, up, down);
    }

    /**
     * The fingerprint by a rule, such as the one of a fingerprint to compare with.
     *
     * @throws LedgerException when this version does not know the rule
     */
    public static Fingerprint of(int rule, List<Change> up, List<Change> down) {
        if (rule != CURRENT_RULE) {
            throw new LedgerException(LedgerMessages.unknownRule(rule));
        }
        return new Fingerprint(rule, hash(CanonicalText.of(up)), hash(CanonicalText.of(down)));
    }

    /**
     * Reads {@code rule:up:down}.
     *
     * @throws IllegalArgumentException when the text is of another form
     */
    public static Fingerprint parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("%s is no fingerprint.".formatted(text));
        }
        return new Fingerprint(Integer.parseInt(parts.group(1)), parts.group(2), parts.group(3));
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Whether {@code up} is the same. */
    public boolean sameUp(Fingerprint other) {
        return rule == other.rule && up.equals(other.up);
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        return rule + ":" + up + ":" + down;
    }
}
