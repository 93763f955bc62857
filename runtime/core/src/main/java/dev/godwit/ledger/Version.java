package dev.godwit.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/**
 * A migration's version: a UTC time as {@code yyyyMMddHHmmss}. It names a migration; the order of migrations is the
 * ledger's.
 */
public record Version(String text) implements Comparable<Version> {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

    /** @throws IllegalArgumentException when the text is no time of this form */
    public Version {
        parse(text);
    }

    /** The version of a moment, to the second. */
    public static Version at(Instant moment) {
        return new Version(FORMAT.format(moment.atOffset(ZoneOffset.UTC)));
    }

    /** This moment's version, or the next one after this version where the clock says no later. */
    public Version next(Instant now) {
        Version wanted = at(now);
        return wanted.compareTo(this) > 0
                ? wanted
                : new Version(FORMAT.format(parse(text).plusSeconds(1)));
    }

    private static LocalDateTime parse(String text) {
        try {
            return LocalDateTime.parse(text, FORMAT);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("%s is no UTC time of the form yyyyMMddHHmmss.".formatted(text), e);
        }
    }

    @Override
    public int compareTo(Version other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
