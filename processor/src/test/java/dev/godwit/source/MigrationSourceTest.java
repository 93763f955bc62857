package dev.godwit.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.change.AddColumn;
import dev.godwit.change.AddForeignKey;
import dev.godwit.change.Change;
import dev.godwit.change.CreateSequence;
import dev.godwit.change.CreateStruct;
import dev.godwit.change.CreateTable;
import dev.godwit.change.DropColumn;
import dev.godwit.change.DropTable;
import dev.godwit.change.MoveValues;
import dev.godwit.recording.Recording;
import dev.godwit.schema.Column;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import dev.godwit.schema.Type.EnumOf;
import dev.godwit.schema.Type.EnumOf.Storage;
import dev.godwit.schema.Type.Simple;
import dev.godwit.schema.Type.Sized;
import dev.godwit.testing.RandomSchemas;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationSourceTest {

    private static final Column TIER = Column.of("loyalty_tier", new Sized(Sized.Kind.VARCHAR, 20))
            .withNullable(false)
            .withDefault(Optional.of("'BRONZE'"));

    @TempDir
    Path directory;

    private static MigrationText text(Schema before, List<Change> up, List<Change> down) {
        return new MigrationText(
                "com.acme.migrations",
                "V20261122101500__AddLoyaltyTier",
                "20261122101500",
                Optional.of("20261101090000"),
                "add loyalty tier",
                Optional.of("silver customers get free returns from March"),
                before,
                up,
                down);
    }

    @Test
    void aMigrationReadsAsWhatItDoes() {
        QualifiedName customers = QualifiedName.of("customers");
        Schema before = Schema.EMPTY.plus(Table.of(customers, List.of()));

        String source = MigrationSource.of(text(
                before,
                List.of(new AddColumn(customers, TIER, Optional.empty())),
                List.of(new DropColumn(customers, TIER.name()))));

        assertThat(source).isEqualTo("""
                        package com.acme.migrations;

                        import static dev.godwit.Types.varchar;

                        import dev.godwit.Migration;
                        import dev.godwit.MigrationInfo;
                        import dev.godwit.SchemaChanges;

                        /**
                         * Add loyalty tier. Why: Silver customers get free returns from March.
                         * <ul>
                         *   <li>customers: add loyalty_tier varchar(20) not null default 'BRONZE' (online)
                         * </ul>
                         */
                        @MigrationInfo(
                                version = "20261122101500",
                                after = "20261101090000",
                                description = "add loyalty tier"
                        )
                        public final class V20261122101500__AddLoyaltyTier implements Migration {
                            @Override
                            public void up(SchemaChanges schema) {
                                schema.table("customers").addColumn("loyalty_tier", varchar(20).notNull().defaultValue("BRONZE"));
                            }

                            @Override
                            public void down(SchemaChanges schema) {
                                schema.table("customers").dropColumn("loyalty_tier");
                            }
                        }
                        """);
    }

    @Test
    void valuesThatMoveReadAsWhereTheyGo() {
        QualifiedName people = QualifiedName.of("people");
        QualifiedName details = QualifiedName.of("details");
        MoveValues forth = new MoveValues(
                people,
                details,
                List.of(pair("id", "person_id")),
                List.of(pair("bio", "bio"), pair("town", "city")),
                true);
        MoveValues back =
                new MoveValues(details, people, List.of(pair("person_id", "id")), List.of(pair("city", "town")), false);
        Column id = Column.of("id", new Simple(Simple.Kind.BIGINT));
        Schema before = Schema.EMPTY
                .plus(Table.of(
                        people, List.of(id, id.withName(Identifier.of("bio")), id.withName(Identifier.of("town")))))
                .plus(Table.of(
                        details,
                        List.of(
                                id.withName(Identifier.of("person_id")),
                                id.withName(Identifier.of("bio")),
                                id.withName(Identifier.of("city")))));
        MigrationText text = text(before, List.of(forth), List.of(back));

        String source = MigrationSource.of(text);

        assertThat(source)
                .contains(" *   <li>details: get bio, city from people (online)")
                .contains("""
                        schema.moveValues("people", "details", v -> v
                                .join("id", "person_id")
                                .column("bio")
                                .column("town", "city")
                                .newRows());
                """);
        Recording recording =
                Recording.of(SourceCompiler.compile(directory, "com.acme.migrations." + text.className(), source));
        assertThat(recording.up()).containsExactly(forth);
        assertThat(recording.down()).containsExactly(back);
    }

    @Test
    void valuesThatMoveByTheKindOfTheirRows() {
        QualifiedName cats = QualifiedName.of("cats");
        QualifiedName animals = QualifiedName.of("animals");
        List<MoveValues.Pair> join = List.of(pair("id", "id"));
        MoveValues forth = new MoveValues(
                animals, cats, join, List.of(pair("lives", "lives")), true, kind("dtype", "Cat", "HouseCat"));
        MoveValues back =
                new MoveValues(cats, animals, join, List.of(pair("lives", "lives")), false, kind("dtype", "Cat"));
        MoveValues open = new MoveValues(cats, animals, join, List.of(), false, kind("dtype"));
        Column id = Column.of("id", new Simple(Simple.Kind.BIGINT));
        Column dtype = Column.of("dtype", new Sized(Sized.Kind.VARCHAR, 31));
        Column lives = id.withName(Identifier.of("lives"));
        Schema before = Schema.EMPTY
                .plus(Table.of(animals, List.of(id, dtype, lives)))
                .plus(Table.of(cats, List.of(id, lives)));
        MigrationText text = text(before, List.of(forth), List.of(back, open));

        String source = MigrationSource.of(text);

        assertThat(source)
                .contains(" *   <li>cats: get lives from animals, dtype Cat, HouseCat (online)")
                .contains(".newRows(\"dtype\", \"Cat\", \"HouseCat\")")
                .contains(".marks(\"dtype\", \"Cat\")")
                .contains(".marks(\"dtype\")");
        Recording recording =
                Recording.of(SourceCompiler.compile(directory, "com.acme.migrations." + text.className(), source));
        assertThat(recording.up()).containsExactly(forth);
        assertThat(recording.down()).containsExactly(back, open);
    }

    private static Optional<MoveValues.Kind> kind(String column, String... values) {
        return Optional.of(new MoveValues.Kind(Identifier.of(column), List.of(values)));
    }

    private static MoveValues.Pair pair(String from, String to) {
        return new MoveValues.Pair(Identifier.of(from), Identifier.of(to));
    }

    @Test
    void whatIsCompiledRecordsWhatItWasMadeFrom() {
        long seed = System.nanoTime();
        System.out.println("MigrationSourceTest seed " + seed);
        for (int i = 0; i < 10; i++) {
            Schema schema = new RandomSchemas(seed + i).schema();
            List<Change> up = new ArrayList<>();
            schema.structs().values().forEach(struct -> up.add(new CreateStruct(struct)));
            schema.sequences().values().forEach(sequence -> up.add(new CreateSequence(sequence)));
            schema.tables().values().forEach(table -> up.add(new CreateTable(table)));
            MigrationText text = new MigrationText(
                    "",
                    "Generated" + i,
                    "1",
                    Optional.empty(),
                    "random",
                    Optional.empty(),
                    Schema.EMPTY,
                    List.of(),
                    up);
            Recording recording =
                    Recording.of(SourceCompiler.compile(directory, text.className(), MigrationSource.of(text)));
            assertThat(recording.down()).isEqualTo(up);
        }
    }

    @Test
    void aThousandTablesCompile() {
        List<Change> up = new ArrayList<>();
        List<Change> down = new ArrayList<>();
        Schema schema = Schema.EMPTY;
        for (int i = 0; i < 1_000; i++) {
            QualifiedName name = QualifiedName.of("table_" + i);
            List<Column> columns = new ArrayList<>(
                    List.of(Column.of("id", new Simple(Simple.Kind.BIGINT)).withNullable(false)));
            for (int c = 0; c < 10; c++) {
                columns.add(Column.of("column_%d_of_%d".formatted(c, i), new Sized(Sized.Kind.VARCHAR, 255)));
            }
            up.add(new CreateTable(Table.of(name, columns)
                    .withPrimaryKey(Optional.of(new PrimaryKey(Optional.empty(), List.of(Identifier.of("id")))))));
            down.add(0, new DropTable(name));
        }
        for (int i = 1; i < 1_000; i++) {
            up.add(new AddForeignKey(
                    QualifiedName.of("table_" + i),
                    new ForeignKey(
                            Identifier.of("fk_" + i),
                            List.of(Identifier.of("column_0_of_" + i)),
                            QualifiedName.of("table_" + (i - 1)),
                            List.of(Identifier.of("id")))));
        }
        MigrationText text = new MigrationText(
                "", "Thousand", "1", Optional.empty(), "initial schema", Optional.empty(), schema, up, down);

        Recording recording =
                Recording.of(SourceCompiler.compile(directory, text.className(), MigrationSource.of(text)));

        assertThat(recording).isEqualTo(new Recording(up, down));
    }

    @Test
    void oddTextsStayTexts() {
        Column odd = Column.of("`a \"b\" $c`", new EnumOf(Storage.NAME, List.of("X"), 7, Optional.empty()))
                .withDefault(Optional.of("'it''s $L'"))
                .withComment(Optional.of("ends a comment */ and a \\u002a"));
        List<Change> up = List.of(new CreateTable(Table.of(QualifiedName.of("`Order`"), List.of(odd))));
        MigrationText text = new MigrationText(
                "",
                "Odd",
                "1",
                Optional.empty(),
                "odd */ <b> @name",
                Optional.of("$L costs 5 $"),
                Schema.EMPTY,
                up,
                List.of());
        Recording recording =
                Recording.of(SourceCompiler.compile(directory, text.className(), MigrationSource.of(text)));
        assertThat(recording.up()).isEqualTo(up);
    }

    @Test
    void namesAreMadeFromTheChanges() {
        Schema before = Schema.EMPTY.plus(Table.of(QualifiedName.of("customers"), List.of()));
        List<Change> one = List.of(new AddColumn(QualifiedName.of("customers"), TIER, Optional.empty()));
        assertThat(MigrationName.of(one, before))
                .isEqualTo(new MigrationName("AddLoyaltyTierToCustomers", "add loyalty tier to customers"));
        assertThat(MigrationName.of(one, Schema.EMPTY).camelCase()).isEqualTo("InitialSchema");
        assertThat(MigrationName.given("add_loyalty tier"))
                .isEqualTo(new MigrationName("AddLoyaltyTier", "add loyalty tier"));
    }

    @Test
    void aPendingMigrationSaysWhatItBelongsTo() {
        PendingSource.Basis basis = new PendingSource.Basis("12ab", "34cd");
        assertThat(PendingSource.basis(PendingSource.of(basis, "class X {}"))).contains(basis);
        assertThat(PendingSource.basis(PendingSource.nothing(basis))).contains(basis);
        assertThat(PendingSource.basis("class X {}")).isEmpty();
    }
}
