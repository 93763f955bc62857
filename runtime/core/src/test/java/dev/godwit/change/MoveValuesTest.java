package dev.godwit.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.change.MoveValues.Pair;
import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import dev.godwit.schema.Type;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a move of values asks of a schema, and what it reads and writes. */
class MoveValuesTest {

    private static final QualifiedName PEOPLE = QualifiedName.of("people");
    private static final QualifiedName DETAILS = QualifiedName.of("details");
    private static final Type TEXT = new Type.Sized(Type.Sized.Kind.VARCHAR, 80);
    private static final Schema SCHEMA = Schema.EMPTY
            .plus(Table.of(PEOPLE, List.of(Column.of("id", TEXT), Column.of("bio", TEXT))))
            .plus(Table.of(
                    DETAILS,
                    List.of(
                            Column.of("person_id", TEXT),
                            Column.of("text", TEXT),
                            Column.of("length", TEXT)
                                    .withGenerated(Optional.of(new Column.Generated("char_length(text)", true))))));

    private static Pair pair(String from, String to) {
        return new Pair(Identifier.of(from), Identifier.of(to));
    }

    private static MoveValues move(boolean newRows, Pair join, Pair... columns) {
        return new MoveValues(PEOPLE, DETAILS, List.of(join), List.of(columns), newRows);
    }

    private static Ref ref(QualifiedName table, String column) {
        return Ref.of(table, Identifier.of(column));
    }

    @Test
    void changesNoSchemaAndLeavesNothingToUndo() {
        MoveValues move = move(true, pair("id", "person_id"), pair("bio", "text"));
        assertThat(move.apply(SCHEMA)).isEqualTo(SCHEMA);
        assertThat(move.inverse(SCHEMA)).isEmpty();
        assertThat(move.isComplete()).isTrue();
    }

    @Test
    void readsOneTableAndWritesTheOther() {
        Footprint values =
                move(false, pair("id", "person_id"), pair("bio", "text")).footprint();
        assertThat(values.writes()).containsExactly(ref(DETAILS, "text"));
        assertThat(values.reads())
                .containsExactlyInAnyOrder(ref(PEOPLE, "id"), ref(PEOPLE, "bio"), ref(DETAILS, "person_id"));
        assertThat(move(true, pair("id", "person_id"), pair("bio", "text"))
                        .footprint()
                        .writes())
                .containsExactly(Ref.of(DETAILS));
    }

    @Test
    void whatIsNotThereIsSaid() {
        refused(move(false, pair("id", "person"), pair("bio", "text")), "There is no column details.person.");
        refused(move(false, pair("no", "person_id"), pair("bio", "text")), "There is no column people.no.");
        refused(move(false, pair("id", "person_id"), pair("bio", "bio")), "There is no column details.bio.");
        refused(new MoveValues(QualifiedName.of("no"), DETAILS, List.of(), List.of(), false), "There is no table no.");
    }

    @Test
    void whatMakesNoSenseIsSaid() {
        refused(
                new MoveValues(PEOPLE, PEOPLE, List.of(pair("id", "id")), List.of(pair("bio", "bio")), false),
                "Values of people are to move to the table that they are in.");
        refused(move(false, pair("id", "person_id")), "Nothing says which values of people move to details, and how.");
        refused(
                move(false, pair("id", "person_id"), pair("bio", "length")),
                "Column details.length is computed, and takes no value.");
        refused(
                move(false, pair("id", "person_id"), pair("bio", "text"), pair("id", "text")),
                "Values of people move to the same column of details twice.");
    }

    private static MoveValues byKind(boolean newRows, String column, String... values) {
        return new MoveValues(
                PEOPLE,
                DETAILS,
                List.of(pair("id", "person_id")),
                List.of(),
                newRows,
                Optional.of(new MoveValues.Kind(Identifier.of(column), List.of(values))));
    }

    /** Such a move may be about rows alone. */
    @Test
    void aKindIsReadWhereRowsAreMadeAndElseWritten() {
        Footprint made = byKind(true, "bio", "a", "b").footprint();
        assertThat(made.reads()).contains(ref(PEOPLE, "bio"));
        assertThat(made.writes()).containsExactly(Ref.of(DETAILS));
        Footprint marked = byKind(false, "text", "a").footprint();
        assertThat(marked.writes()).containsExactly(ref(DETAILS, "text"));
        assertThat(byKind(false, "text").footprint().writes()).isEmpty();
        assertThat(byKind(true, "bio", "a", "b").apply(SCHEMA)).isEqualTo(SCHEMA);
        assertThat(byKind(false, "text").apply(SCHEMA)).isEqualTo(SCHEMA);
    }

    @Test
    void aKindThatMakesNoSenseIsSaid() {
        refused(byKind(true, "text", "a"), "There is no column people.text.");
        refused(byKind(false, "bio", "a"), "There is no column details.bio.");
        refused(
                byKind(true, "bio"),
                "Column bio tells which rows people and details have in common, and no value of it is stated.");
        refused(
                byKind(false, "text", "a", "b"),
                "Column text tells which rows people and details have in common, and several values of it are stated.");
        refused(byKind(false, "person_id", "a"), "Values of people move to the same column of details twice.");
        Schema numbers = SCHEMA.plus(Table.of(
                QualifiedName.of("numbers"),
                List.of(
                        Column.of("id", TEXT),
                        Column.of("kind", new Type.Simple(Type.Simple.Kind.INTEGER)),
                        Column.of("day", new Type.Simple(Type.Simple.Kind.DATE)))));
        assertThatThrownBy(() -> ofNumbers("kind", "one").apply(numbers))
                .hasMessage("Column kind holds whole numbers, and one is none.");
        assertThatThrownBy(() -> ofNumbers("day", "2026-01-01").apply(numbers))
                .hasMessage("Column day tells no kinds of rows apart: it is neither text nor a whole number.");
        assertThat(ofNumbers("kind", "-12").apply(numbers)).isEqualTo(numbers);
    }

    private static MoveValues ofNumbers(String column, String value) {
        return new MoveValues(
                QualifiedName.of("numbers"),
                DETAILS,
                List.of(pair("id", "person_id")),
                List.of(),
                true,
                Optional.of(new MoveValues.Kind(Identifier.of(column), List.of(value))));
    }

    private static void refused(MoveValues move, String message) {
        assertThatThrownBy(() -> move.apply(SCHEMA))
                .isInstanceOf(PreconditionException.class)
                .hasMessage(message);
    }
}
