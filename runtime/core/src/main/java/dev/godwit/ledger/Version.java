package dev.godwit.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * A migration's version: a UTC time as {@code yyyyMMddHHmmss}. It names a migration; the order of migrations is the
 * ledger's.
 */
public record Version(String text) implements Comparable<Version> {

    private static final int LENGTH = 14;
    private static final int SHORTEST_MONTH = 28;

    /** @throws IllegalArgumentException when the text is no time of this form */
    public Version {
        if (!isTime(text.getBytes(StandardCharsets.ISO_8859_1))) {
            throw new IllegalArgumentException("%s is no UTC time of the form yyyyMMddHHmmss.".formatted(text));
        }
    }

    /** The version of a moment, to the second. */
    public static Version at(Instant moment) {
        return of(LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
    }

    /** This moment's version, or the next one after this version where the clock says no later. */
    public Version next(Instant now) {
        Version wanted = at(now);
        return wanted.compareTo(this) > 0 ? wanted : of(time().plusSeconds(1));
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

    private LocalDateTime time() {
        byte[] digits = text.getBytes(StandardCharsets.ISO_8859_1);
        return LocalDateTime.of(
                100 * number(digits, 0) + number(digits, 2),
                number(digits, 4),
                number(digits, 6),
                number(digits, 8),
                number(digits, 10),
                number(digits, 12));
    }

    /** By hand: a long ledger is read at every start, and a formatter costs more there than all else. */
    private static boolean isTime(byte[] digits) {
        if (digits.length != LENGTH || !areDigits(digits, 0, LENGTH)) {
            return false;
        }
        int month = number(digits, 4);
        int day = number(digits, 6);
        return month >= 1
                && month <= 12
                && day >= 1
                && (day <= SHORTEST_MONTH || day <= lengthOfMonth(digits, month))
                && number(digits, 8) < 24
                && number(digits, 10) < 60
                && number(digits, 12) < 60;
    }

    private static int lengthOfMonth(byte[] digits, int month) {
        return YearMonth.of(100 * number(digits, 0) + number(digits, 2), month).lengthOfMonth();
    }

    private static int number(byte[] digits, int from) {
        return 10 * (digits[from] - '0') + digits[from + 1] - '0';
    }

    /** Whether a part of a text has digits only. */
    static boolean areDigits(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return false;
            }
        }
        return true;
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
