package dev.godwit.dialect;

import static dev.godwit.Types.bigint;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.SchemaChanges;
import dev.godwit.Transformation;
import dev.godwit.change.DatabaseKind;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Java code that cannot be run again for what two versions write is refused; at once it may do what it likes. */
class RowCodeRefusalsTest {

    private static final Consumer<SchemaChanges> SHOP = schema -> schema.createTable(
            "people",
            t -> t.column("id", bigint().notNull())
                    .column("name", varchar(40).notNull())
                    .column("city", varchar(40))
                    .column("mail", varchar(40))
                    .primaryKey("id"));

    private static final Transformation.Code CODE = (row, out) -> {};

    private static final Consumer<SchemaChanges> ADD =
            schema -> schema.table("people").addColumn("first", varchar(40)).addColumn("last", varchar(40));

    private static final Consumer<SchemaChanges> FORTH = schema ->
            schema.transform("people", "id").read("name").write("first", "last").each(CODE);

    private static final Consumer<SchemaChanges> DROP =
            schema -> schema.table("people").dropColumn("name");

    private static final Consumer<SchemaChanges> ADD_BACK =
            schema -> schema.table("people").addColumn("name", varchar(40));

    private static final Consumer<SchemaChanges> BACK = schema ->
            schema.transform("people", "id").read("first", "last").write("name").each(CODE);

    private static final Consumer<SchemaChanges> DROP_BACK = schema -> schema.table("people")
            .alterColumn("name", varchar(40), varchar(40).notNull())
            .dropColumn("last")
            .dropColumn("first");

    private static void planned(DatabaseKind kind, Consumer<SchemaChanges> up, Consumer<SchemaChanges> down) {
        assertThat(Dialects.of(kind)
                        .plan(Manoeuvre.of("test", SHOP, up, down).course())
                        .contract())
                .isNotEmpty();
    }

    private static void refused(
            DatabaseKind kind, String code, String says, Consumer<SchemaChanges> up, Consumer<SchemaChanges> down) {
        Dialect dialect = Dialects.of(kind);
        Manoeuvre manoeuvre = Manoeuvre.of("test", SHOP, up, down);
        assertThatThrownBy(() -> dialect.plan(manoeuvre.course()))
                .isInstanceOf(DialectException.class)
                .hasFieldOrPropertyWithValue("code", code)
                .hasMessageContaining(says);
        assertThat(dialect.plan(manoeuvre.up(), manoeuvre::before).groups()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void asksForTheOtherDirection(DatabaseKind kind) {
        planned(kind, ADD.andThen(FORTH).andThen(DROP), ADD_BACK.andThen(BACK).andThen(DROP_BACK));
        refused(
                kind,
                "GW3155",
                "schema.transform(\"people\", \"id\").read(\"first\", \"last\").write(\"name\").each((row, out) -> …);",
                ADD.andThen(FORTH).andThen(DROP),
                ADD_BACK.andThen(DROP_BACK));
        refused(
                kind,
                "GW3155",
                ".write(\"name\")",
                ADD.andThen(FORTH).andThen(DROP),
                schema -> schema.table("people")
                        .addColumn("name", varchar(40).notNull(), "'?'")
                        .dropColumn("last")
                        .dropColumn("first"));
        refused(
                kind,
                "GW3158",
                "schema.transform(\"people\", \"id\").read(\"name\").write(\"first\").each((row, out) -> …);",
                ADD.andThen(DROP),
                ADD_BACK.andThen(BACK).andThen(DROP_BACK));
        refused(
                kind,
                "GW3158",
                ".write(\"last\") in the transformation of people;",
                ADD.andThen(schema -> schema.transform("people", "id")
                                .read("name")
                                .write("first")
                                .each(CODE))
                        .andThen(DROP),
                ADD_BACK.andThen(BACK).andThen(DROP_BACK));
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void codeThatDoesMore(DatabaseKind kind) {
        refused(
                kind,
                "GW3175",
                "it writes [mail] too",
                ADD.andThen(schema -> schema.transform("people", "id")
                                .read("name")
                                .write("first", "last", "mail")
                                .each(CODE))
                        .andThen(DROP),
                ADD_BACK.andThen(BACK).andThen(DROP_BACK));
        refused(
                kind,
                "GW3175",
                "2 transformations",
                ADD.andThen(schema -> {
                            schema.transform("people", "id")
                                    .read("name")
                                    .write("first")
                                    .each(CODE);
                            schema.transform("people", "id")
                                    .read("name")
                                    .write("last")
                                    .each(CODE);
                        })
                        .andThen(DROP),
                ADD_BACK.andThen(BACK).andThen(DROP_BACK));
        refused(
                kind,
                "GW3175",
                "it reads more, which is not there meanwhile",
                ADD.andThen(FORTH).andThen(DROP),
                ADD_BACK.andThen(schema -> {
                            schema.table("people").addColumn("more", varchar(9));
                            schema.transform("people", "id")
                                    .read("first", "more")
                                    .write("name")
                                    .each(CODE);
                            schema.table("people").dropColumn("more");
                        })
                        .andThen(DROP_BACK));
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void codeThatWritesWhatBothVersionsKnow(DatabaseKind kind) {
        Consumer<SchemaChanges> toMail = schema -> {
            schema.transform("people", "id").read("city").write("mail").each(CODE);
            schema.table("people").dropColumn("city");
        };
        refused(
                kind,
                "GW3173",
                "people.city",
                toMail,
                schema -> schema.table("people").addColumn("city", varchar(40)));
    }
}
