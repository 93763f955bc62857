package dev.godwit.dialect;

import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.SequenceSpec.incrementBy;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values that go to other tables while two versions run: what is not kept in step is refused, and nothing is lost. */
class AcrossTablesTest {

    private static final Consumer<SchemaChanges> SHOP = schema -> {
        schema.createTable(
                "people",
                t -> t.column("id", bigint().notNull())
                        .column("city", varchar(40))
                        .column("note", varchar(40))
                        .primaryKey("id"));
        schema.createTable(
                "accounts",
                t -> t.column("id", bigint().notNull().identity())
                        .column("person", bigint())
                        .primaryKey("id"));
        schema.createTable(
                "staff",
                t -> t.column("id", bigint().notNull())
                        .column("office", varchar(9))
                        .primaryKey("id")
                        .foreignKey("fk_staff", foreignKey("id").references("people", "id")));
    };

    private static void refused(DatabaseKind kind, String code, Consumer<SchemaChanges> up) {
        Dialect dialect = Dialects.of(kind);
        Manoeuvre manoeuvre = Manoeuvre.of("test", SHOP, up, schema -> {});
        assertThatThrownBy(() -> dialect.plan(manoeuvre.course()))
                .isInstanceOf(DialectException.class)
                .hasFieldOrPropertyWithValue("code", code);
        assertThat(dialect.plan(manoeuvre.up(), manoeuvre::before).groups()).isNotEmpty();
    }

    private static void planned(DatabaseKind kind, Consumer<SchemaChanges> up) {
        Manoeuvre manoeuvre = Manoeuvre.of("test", SHOP, up, schema -> {});
        assertThat(Dialects.of(kind).plan(manoeuvre.course()).steps()).isNotEmpty();
    }

    private static final String OF_PERSON = "(select p.city from people p where p.id = accounts.person)";

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void aColumnThatMovesToAnotherTable(DatabaseKind kind) {
        refused(kind, "GW3172", schema -> {
            schema.table("accounts").addColumn("city", varchar(40), OF_PERSON);
            schema.table("people").dropColumn("city");
        });
        refused(kind, "GW3172", schema -> {
            schema.table("accounts").addColumn("city", varchar(40)).backfill("city", OF_PERSON);
            schema.table("people").dropColumn("city");
        });
        planned(kind, schema -> {
            schema.table("accounts").addColumn("city", varchar(40), "concat('x', 'people')");
            schema.table("people").dropColumn("city");
        });
        planned(kind, schema -> {
            schema.table("accounts").addColumn("city", varchar(40), OF_PERSON);
            schema.table("people").dropColumn("note");
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void valuesThatMoveToAnotherTable(DatabaseKind kind) {
        Consumer<SchemaChanges> move = schema -> {
            schema.table("accounts").addColumn("place", varchar(40));
            schema.moveValues("people", "accounts", v -> v.join("id", "person").column("city", "place"));
        };
        refused(kind, "GW3172", schema -> {
            move.accept(schema);
            schema.table("people").dropColumn("city");
        });
        planned(kind, schema -> {
            move.accept(schema);
            schema.table("people").dropColumn("note");
        });
        refused(kind, "GW3155", schema -> {
            schema.table("people").addColumn("place", varchar(9));
            schema.moveValues("staff", "people", v -> v.join("id", "id").column("office", "place"));
            schema.dropTable("staff");
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void aValueThatBecomesACollection(DatabaseKind kind) {
        Consumer<SchemaChanges> notes = schema -> schema.createTable(
                "notes",
                t -> t.column("person", bigint().notNull())
                        .column("text", varchar(40))
                        .foreignKey("fk_notes", foreignKey("person").references("people", "id")));
        refused(kind, "GW3173", schema -> {
            notes.accept(schema);
            schema.sql("insert into notes (person, text) select id, note from people where note is not null");
            schema.table("people").dropColumn("note");
        });
        planned(kind, schema -> {
            notes.accept(schema);
            schema.sql("insert into notes (person, text) select id, city from people");
            schema.table("people").dropColumn("note");
        });
        planned(kind, schema -> {
            notes.accept(schema);
            schema.sql("delete from people where note is null").writes("notes");
            schema.table("people").dropColumn("note");
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void aTableThatIsCopiedAndGoes(DatabaseKind kind) {
        refused(kind, "GW3173", schema -> {
            schema.sql("insert into people (id, note) select id + 1000, office from staff");
            schema.dropTable("staff");
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void subclassesThatGetATableAndThatLoseIt(DatabaseKind kind) {
        refused(kind, "GW3172", schema -> {
            schema.createTable(
                    "managers",
                    t -> t.column("id", bigint().notNull())
                            .column("note", varchar(40))
                            .primaryKey("id")
                            .foreignKey("fk_managers", foreignKey("id").references("people", "id")));
            schema.table("people").dropColumn("note");
        });
        refused(kind, "GW3172", schema -> {
            schema.table("people").addColumn("office", varchar(9));
            schema.dropTable("staff");
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void keysThatAreMadeInAnotherWay(DatabaseKind kind) {
        Consumer<SchemaChanges> drawn = schema -> {
            schema.createSequence("accounts_seq", incrementBy(50));
            schema.table("accounts").alterColumn("id", bigint().notNull().identity(), bigint().notNull());
        };
        planned(kind, drawn);
        refused(
                kind,
                "GW3174",
                schema -> schema.table("accounts")
                        .alterColumn("id", bigint().notNull().identity(), bigint().notNull()));
        refused(
                kind,
                "GW3174",
                schema -> schema.table("people")
                        .alterColumn(
                                "id", bigint().notNull(), bigint().notNull().identity()));
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    void aNameThatSomethingElseTakes(DatabaseKind kind) {
        refused(kind, "GW3150", schema -> {
            schema.renameTable("staff", "employees");
            schema.createTable("staff", t -> t.column("id", bigint().notNull()).primaryKey("id"));
        });
        planned(kind, schema -> {
            schema.table("staff").renameColumn("office", "place");
            schema.renameTable("staff", "employees");
        });
        refused(kind, "GW3151", schema -> {
            schema.table("staff").renameColumn("office", "place");
            schema.sql("update staff set place = 'none'").reads("staff.place").writes("staff.place");
            schema.renameTable("staff", "employees");
        });
        refused(kind, "GW3150", schema -> {
            schema.renameTable("staff", "employees");
            schema.table("employees").alterColumn("office", varchar(9), varchar(20));
        });
    }
}
