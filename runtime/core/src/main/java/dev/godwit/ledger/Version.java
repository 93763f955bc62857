package dev.godwit.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * A migration's version: a UTC time as {@code yyyyMMddHHmmss}. It names a migration; the order of migrations is the
 * ledger's.
 */
public record Version(String text) implements Comparable<Version> {

    private static final int LENGTH = 14;

    /** @throws IllegalArgumentException when the text is no time of this form */
    public Version {
        parse(text);
    }

    /** The version of a moment, to the second. */
    public static Version at(Instant moment) {
        return of(LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
    }

    /** This moment's version, or the next one after this version where the clock says no later. */
    public Version next(Instant now) {
        Version wanted = at(now);
        return wanted.compareTo(this) > 0 ? wanted : of(parse(text).plusSeconds(1));
    }

    private static Version of(LocalDateTime time) {
        return new Version("%04d%02d%02d%02d%02d%02d"
                .formatted(
                        time.getYear(),
                        time.getMonthValue(),
                        time.getDayOfMonth(),
                        time.getHour(),
                        time.getMinute(),
                        time.getSecond()));
    }

    /** By hand: a long ledger is read at every start, and a formatter costs more there than all else. */
    private static LocalDateTime parse(String text) {
        try {
            if (text.length() != LENGTH || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                throw new DateTimeException("not " + LENGTH + " digits");
            }
            return LocalDateTime.of(
                    number(text, 0, 4),
                    number(text, 4, 6),
                    number(text, 6, 8),
                    number(text, 8, 10),
                    number(text, 10, 12),
                    number(text, 12, LENGTH));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("%s is no UTC time of the form yyyyMMddHHmmss.".formatted(text), e);
        }
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
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
