package dev.godwit.engine.chains;

import dev.godwit.Types;
import java.util.List;
import java.util.Optional;

/**
 * Two kinds of columns of the same type whose values may move from one to the other.
 *
 * @param standIn what a row has in a required one where there is nothing
 */
record Movable(Kind optional, Kind required, String standIn) {

    private static final Kind PERHAPS_NUMBER =
            new Kind(Types::integer, Optional.empty(), row -> row % 4 == 0 ? "null" : Integer.toString(row));

    private static final Kind PERHAPS_UUID = new Kind(
            Types::uuid,
            Optional.empty(),
            row -> row % 3 == 0 ? "null" : "'00000000-0000-0000-0000-%012d'".formatted(row));

    private static final Kind UUID = new Kind(
            () -> Types.uuid().notNull(),
            Optional.of("'00000000-0000-0000-0000-000000000000'"),
            row -> "'00000000-0000-0000-0000-%012d'".formatted(row));

    static final Movable TEXT = new Movable(Kind.TEXT, Kind.REQUIRED_TEXT, "none");

    static final List<Movable> ALL = List.of(
            TEXT,
            TEXT,
            new Movable(PERHAPS_NUMBER, Kind.NUMBER, "0"),
            new Movable(PERHAPS_UUID, UUID, "00000000-0000-0000-0000-000000000000"));

    Kind kind(boolean isRequired) {
        return isRequired ? required : optional;
    }
}
