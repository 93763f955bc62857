package dev.godwit.change;

import static dev.godwit.Types.bool;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.DeclaredRows;
import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.recording.Recording;
import dev.godwit.schema.Schema;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Rows stated before and after, as a function and its inverse. */
class ChangeRowsTest {

    private static final Schema COUNTRIES = record(schema -> schema.createTable(
                    "countries",
                    t -> t.column("code", varchar(2).notNull())
                            .column("name", varchar(20).notNull())
                            .column("eu", bool())
                            .primaryKey("code")))
            .get(0)
            .apply(Schema.EMPTY);

    private static List<Change> record(Consumer<SchemaChanges> code) {
        return Recording.of(new Migration() {
                    @Override
                    public void up(SchemaChanges schema) {
                        code.accept(schema);
                    }

                    @Override
                    public void down(SchemaChanges schema) {}
                })
                .up();
    }

    private static Change rows(String table, Consumer<DeclaredRows> rows) {
        return record(schema -> schema.rows(table, rows)).get(0);
    }

    @Test
    void theInverseGoesBackRowByRow() {
        Change change = rows(
                "countries",
                r -> r.key("code")
                        .columns("code", "name")
                        .columnsAfter("code", "name", "eu")
                        .insert("UA", "Ukraine", null)
                        .update("DE", "Germany")
                        .to("DE", "Germany", "true")
                        .update("GB", "Great Britain")
                        .to("GB", "United Kingdom", "false")
                        .delete("SU", "Soviet Union"));
        Change back = rows(
                "countries",
                r -> r.key("code")
                        .columns("code", "name", "eu")
                        .columnsAfter("code", "name")
                        .insert("SU", "Soviet Union")
                        .update("GB", "United Kingdom", "false")
                        .to("GB", "Great Britain")
                        .delete("UA", "Ukraine", null));
        assertThat(change.apply(COUNTRIES)).isEqualTo(COUNTRIES);
        assertThat(change.inverse(COUNTRIES)).containsExactly(back);
        assertThat(change.isComplete()).isTrue();
    }

    @Test
    void whatDoesNotFitTheTableIsRefused() {
        refused(
                "There is no table planets",
                "planets",
                r -> r.key("a").columns("a").insert("1"));
        refused(
                "There is no column countries.nam",
                "countries",
                r -> r.key("code").columns("code", "nam").insert("DE", "x"));
        refused(
                "which columns tell",
                "countries",
                r -> r.columns("code", "name").insert("DE", "x"));
        refused(
                "not among their columns",
                "countries",
                r -> r.key("code").columns("name").insert("x"));
        refused(
                "has 1 values, and there are 2",
                "countries",
                r -> r.key("code").columns("code", "name").insert("DE"));
        refused(
                "must have a value",
                "countries",
                r -> r.key("code").columns("code", "name").insert("DE", null));
        refused(
                "another key",
                "countries",
                r -> r.key("code").columns("code", "name").update("DE", "x").to("FR", "x"));
        refused(
                "In column countries.eu, 'maybe' is not true or false",
                "countries",
                r -> r.key("code").columns("code", "name", "eu").insert("DE", "x", "maybe"));
    }

    private static void refused(String why, String table, Consumer<DeclaredRows> rows) {
        assertThatThrownBy(() -> rows(table, rows).apply(COUNTRIES))
                .isInstanceOf(PreconditionException.class)
                .hasMessageContaining(why);
    }
}
