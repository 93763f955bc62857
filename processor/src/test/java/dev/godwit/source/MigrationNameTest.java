package dev.godwit.source;

import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.KeySpec.key;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.integer;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.SequenceSpec;
import dev.godwit.recording.Recording;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Names say what somebody had in mind, in words that can be read in a list of files. */
class MigrationNameTest {

    private static final Schema NOT_EMPTY = Schema.EMPTY.plus(Table.of(QualifiedName.of("t"), List.of()));

    private static String description(Consumer<SchemaChanges> up) {
        Migration migration = new Migration() {
            @Override
            public void up(SchemaChanges schema) {
                up.accept(schema);
            }

            @Override
            public void down(SchemaChanges schema) {}
        };
        return MigrationName.of(Recording.of(migration).up(), NOT_EMPTY).description();
    }

    @Test
    void columnsOfOneTableAreNamedTogether() {
        assertThat(description(schema ->
                        schema.table("visit").addColumn("urgency", integer()).addColumn("channel", varchar(20))))
                .isEqualTo("add urgency and channel to visit");
        assertThat(description(schema ->
                        schema.table("invoice").renameColumn("city", "town").renameColumn("street", "road")))
                .isEqualTo("rename city and street in invoice");
        assertThat(description(schema -> schema.table("visit")
                        .dropColumn("a")
                        .dropColumn("b")
                        .dropColumn("c")
                        .dropColumn("d")))
                .isEqualTo("drop several columns from visit");
    }

    @Test
    void theKeyOfANewColumnComesWithIt() {
        assertThat(description(schema -> schema.table("treatment")
                        .addColumn("vet_id", bigint())
                        .addForeignKey("fk", foreignKey("vet_id").references("vet", "id"))))
                .isEqualTo("add vet id to treatment");
    }

    @Test
    void whatDerivesFromARenamedEntityComesWithIt() {
        assertThat(description(schema -> {
                    schema.renameTable("Visit", "Consultation");
                    schema.renameTable("Visit_notes", "Consultation_notes");
                    schema.table("Consultation_notes").renameColumn("Visit_id", "Consultation_id");
                    schema.renameSequence("Visit_SEQ", "Consultation_SEQ");
                }))
                .isEqualTo("rename visit to consultation");
    }

    @Test
    void theSequenceAndKeysOfANewTableComeWithIt() {
        assertThat(description(schema -> {
                    schema.createSequence("Toy_SEQ", SequenceSpec.incrementBy(50));
                    schema.createTable("Toy", t -> t.column("id", bigint().notNull()));
                    schema.createTable("Toy_colours", t -> t.column("Toy_id", bigint()));
                    schema.table("Toy_colours")
                            .addForeignKey("fk", foreignKey("Toy_id").references("Toy", "id"));
                }))
                .isEqualTo("create toy");
    }

    @Test
    void theSameInSeveralTablesIsSaidOnce() {
        assertThat(description(schema -> {
                    schema.table("medicine").addUnique(key("code"));
                    schema.table("vet").addUnique(key("license"));
                }))
                .isEqualTo("add unique key to medicine and vet");
    }

    @Test
    void differentThingsAreNamedOneAfterTheOther() {
        assertThat(description(schema -> {
                    schema.table("pet").alterColumn("name", varchar(40), varchar(120));
                    schema.table("vet").alterColumn("license", varchar(40), varchar(400));
                }))
                .isEqualTo("alter name of pet and alter license of vet");
    }

    @Test
    void whatIsTooLongIsNamedByItsTables() {
        assertThat(description(schema -> {
                    schema.table("medicine").dropColumn("contraindications");
                    schema.table("medicine").addColumn("known_interactions", varchar(400));
                    schema.table("vet").addColumn("specialisations", varchar(400));
                }))
                .isEqualTo("change medicine and vet");
        assertThat(description(schema -> List.of("a", "b", "c", "d")
                        .forEach(table ->
                                schema.table(table).alterColumn("some_long_column_" + table, integer(), bigint()))))
                .isEqualTo("change several tables");
    }
}
