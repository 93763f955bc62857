package dev.godwit.ledger;

import dev.godwit.change.Change;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

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

    private static final int DIGITS = 2 * BYTES;
    private static final int LONGEST_RULE = 9;

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
        requireKnown(rule);
        return new Fingerprint(rule, hash(CanonicalText.of(up)), hash(CanonicalText.of(down)));
    }

    private static void requireKnown(int rule) {
        if (rule != CURRENT_RULE) {
            throw new LedgerException(LedgerMessages.unknownRule(rule));
        }
    }

    /**
     * Reads {@code rule:up:down}.
     *
     * @throws IllegalArgumentException when the text is of another form
     */
    public static Fingerprint parse(String text) {
        int colon = text.indexOf(':');
        int second = colon + 1 + DIGITS;
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        boolean hasForm = colon > 0
                && colon <= LONGEST_RULE
                && bytes.length == second + 1 + DIGITS
                && bytes[second] == ':'
                && Version.areDigits(bytes, 0, colon)
                && areHexadecimal(bytes, colon + 1, second)
                && areHexadecimal(bytes, second + 1, bytes.length);
        if (!hasForm) {
            throw new IllegalArgumentException("%s is no fingerprint.".formatted(text));
        }
        return new Fingerprint(
                Integer.parseInt(text.substring(0, colon)),
                text.substring(colon + 1, second),
                text.substring(second + 1));
    }

    private static boolean areHexadecimal(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            byte c = text[i];
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /**
     * Whether this is the hash of what {@code up} records, by this fingerprint's rule.
     *
     * @throws LedgerException when this version does not know the rule
     */
    public boolean isOfUp(List<Change> changes) {
        requireKnown(rule);
        return up.equals(hash(CanonicalText.of(changes)));
    }

    /** Whether {@code up} is the same. */
    public boolean sameUp(Fingerprint other) {
        return rule == other.rule && up.equals(other.up);
    }

    /**
     * Whether {@code up} is the same in the text of a fingerprint, which is not parsed for it.
     *
     * @param text in the form that {@link #parse} reads
     */
    public boolean sameUp(String text) {
        return text.startsWith(up, text.indexOf(':') + 1) && text.startsWith(rule + ":");
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        return rule + ":" + up + ":" + down;
    }
}
