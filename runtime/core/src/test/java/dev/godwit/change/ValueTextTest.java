package dev.godwit.change;

import static dev.godwit.Types.bigint;
import static dev.godwit.Types.bool;
import static dev.godwit.Types.clob;
import static dev.godwit.Types.date;
import static dev.godwit.Types.doublePrecision;
import static dev.godwit.Types.enumOf;
import static dev.godwit.Types.integer;
import static dev.godwit.Types.json;
import static dev.godwit.Types.nativeType;
import static dev.godwit.Types.numeric;
import static dev.godwit.Types.ordinalOf;
import static dev.godwit.Types.real;
import static dev.godwit.Types.time;
import static dev.godwit.Types.timestamp;
import static dev.godwit.Types.timestampUtc;
import static dev.godwit.Types.tinyint;
import static dev.godwit.Types.uuid;
import static dev.godwit.Types.varbinary;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.ColumnSpec;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What texts a column's type reads, and which one stands for all that mean the same. */
class ValueTextTest {

    private static Arguments of(ColumnSpec type, String text, String expected) {
        return Arguments.of(type, text, expected);
    }

    static Stream<Arguments> read() {
        return Stream.of(
                of(bool(), "TRUE", "true"),
                of(integer(), " 007", "7"),
                of(bigint(), "-9223372036854775808", "-9223372036854775808"),
                of(numeric(12, 2), "1.5", "1.50"),
                of(numeric(12, 2), "1.500", "1.50"),
                of(numeric(3, 0), "1e2", "100"),
                of(doublePrecision(), "1e1", "10.0"),
                of(real(), "0.10", "0.1"),
                of(date(), "2026-11-28", "2026-11-28"),
                of(time(), "10:30:00", "10:30"),
                of(timestamp(6), "2026-11-28 10:30:00", "2026-11-28T10:30"),
                of(timestamp(6), "2026-11-28T10:30:00.120", "2026-11-28T10:30:00.120"),
                of(timestampUtc(6), "2026-11-28T10:30:00+02:00", "2026-11-28T08:30:00Z"),
                of(uuid(), "0F8FAD5B-D9CB-469F-A165-70867728950E", "0f8fad5b-d9cb-469f-a165-70867728950e"),
                of(varchar(4), " a b", " a b"),
                of(varchar(1), "\uD83D\uDC26", "\uD83D\uDC26"),
                of(varbinary(2), "0AFF", "0aff"),
                of(json(), " {} ", "{}"),
                of(enumOf("A", "B"), "B", "B"),
                of(ordinalOf("A", "B"), "B", "1"),
                of(ordinalOf("A", "B"), "0", "0"));
    }

    @ParameterizedTest
    @MethodSource("read")
    void oneTextStandsForAllThatMeanTheSame(ColumnSpec type, String text, String expected) {
        assertThat(ValueText.canonical(type.type(), text)).isEqualTo(expected);
        assertThat(ValueText.canonical(type.type(), expected)).isEqualTo(expected);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                of(bool(), "yes", "true or false"),
                of(tinyint(), "128", "from -128 to 127"),
                of(integer(), "1.0", "whole number"),
                of(integer(), "", "whole number"),
                of(numeric(3, 1), "100.5", "more than 3 digits"),
                of(numeric(3, 1), "1.55", "more than 1 digits behind the point"),
                of(numeric(3, 1), "NaN", "a number"),
                of(numeric(3, 1), "1e1000000000", "a number"),
                of(date(), "2026-02-30", "a date"),
                of(time(), "10:30:00.5", "more than 0 digits"),
                of(timestamp(3), "2026-11-28T10:30:00.0001", "more than 3 digits"),
                of(timestampUtc(6), "2026-11-28T10:30:00", "offset"),
                of(uuid(), "1-1-1-1-1", "a UUID"),
                of(varchar(2), "abc", "3 characters, and 2 fit"),
                of(varchar(2), "\0", "NUL"),
                of(varbinary(1), "abc", "hexadecimal"),
                of(varbinary(1), "abcd", "2 bytes are stated, and 1 fit"),
                of(enumOf("A", "B"), "C", "one of [A, B]"),
                of(ordinalOf("A", "B"), "2", "from 0 to 1"),
                of(clob(100), "a", "large object"),
                of(nativeType("tsvector"), "a", "tsvector"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatATypeCannotHoldIsRefused(ColumnSpec type, String text, String why) {
        assertThatThrownBy(() -> ValueText.canonical(type.type(), text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
