package dev.godwit.engine;

import static dev.godwit.CheckSpec.check;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.drift.Difference;
import dev.godwit.drift.Drift;
import dev.godwit.drift.ForeignHistory;
import dev.godwit.drift.Observation;
import dev.godwit.engine.ManualAlterations.Alteration;
import dev.godwit.engine.chain.Replay;
import dev.godwit.recording.Recording;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import dev.godwit.testing.Databases;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DriftTest {

    static List<DatabaseKind> databases() {
        return Databases.kinds();
    }

    private static Engine engine(TestDatabase database) {
        return Quiet.engine(Ledgers.of(ManualAlterations.Model.class), database);
    }

    private static Drift drift(TestDatabase database) {
        return engine(database).drift().drift();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void anUntouchedDatabaseHasNone(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            engine(database).migrate(Optional.empty());

            Drift drift = drift(database);

            assertThat(drift).isEqualTo(Drift.NONE);
            assertThat(Rows.tables(database)).noneMatch(table -> table.contains("scratch"));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatIsDoneByHandIsFoundAndNamed(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            engine(database).migrate(Optional.empty());
            List<Alteration> alterations = ManualAlterations.on(kind);
            for (Alteration alteration : alterations) {
                database.execute(alteration.sql());
            }

            Drift drift = drift(database);

            assertThat(alterations.stream().filter(done -> !done.said().isEmpty()))
                    .hasSizeGreaterThanOrEqualTo(kind == DatabaseKind.MYSQL ? 39 : 40);
            assertThat(drift.differences())
                    .extracting(DriftTest::shortly)
                    .containsExactlyInAnyOrderElementsOf(alterations.stream()
                            .flatMap(done -> done.said().stream())
                            .toList());
            assertThat(drift.notCompared()).isEmpty();
        }
    }

    /** Drops things that hold rows. */
    public static final class Fewer implements Migration {

        @Override
        public void up(SchemaChanges schema) {
            schema.dropTable("gone");
            schema.table("k").dropCheck(check("d > -5")).dropIndex("ix_gone").dropIndex("ix_moved");
            schema.table("k").dropIndex("ix_unique").dropColumn("d");
        }

        @Override
        public void down(SchemaChanges schema) {}
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatIsKeptIsNoDrift(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = Quiet.engine(Ledgers.of(ManualAlterations.Model.class, Fewer.class), database);
            engine.migrate(Optional.of(Ledgers.version(1).text()));
            database.execute("insert into gone values (1)", "insert into k (a, b, d, e) values (1, 2, 3, 'x')");
            engine.migrate(Optional.empty());

            assertThat(engine.drift().drift()).isEqualTo(Drift.NONE);
            assertThat(Rows.of(database, "select count(*) from godwit_retained"))
                    .containsExactly("2");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void beingBehindIsNoDriftAndForeignTablesAreListedApart(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = Quiet.engine(Ledgers.of(ManualAlterations.Model.class, Fewer.class), database);
            engine.migrate(Optional.of(Ledgers.version(1).text()));
            database.execute("create table foreign_one (id int)", "create table flyway_schema_history (id int)");

            Drift drift = engine.drift().drift();

            assertThat(drift.differences()).isEmpty();
            assertThat(drift.unmanaged())
                    .map(table -> table.toLowerCase(Locale.ROOT))
                    .containsExactlyInAnyOrder("foreign_one", "flyway_schema_history");
            assertThat(drift.histories()).extracting(ForeignHistory::tool).containsExactly(ForeignHistory.Tool.FLYWAY);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatIsFoundCanBeSaidByASchema(DatabaseKind kind) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Engine engine = engine(database);
            engine.migrate(Optional.empty());
            for (Alteration alteration : ManualAlterations.on(kind)) {
                database.execute(alteration.sql());
            }
            Schema model =
                    Replay.apply(Recording.of(new ManualAlterations.Model()).up(), Schema.EMPTY);

            Observation observed = engine.observe(model);

            assertThat(observed.inexpressible()).isEmpty();
            assertThat(observed.drift().differences()).hasSizeGreaterThan(38);
            assertThat(engine.observe(observed.schema()).drift().differences()).isEmpty();
        }
    }

    @Test
    void aSerialColumnComesWithItsSequence() throws SQLException {
        try (TestDatabase database = Databases.fresh(DatabaseKind.POSTGRESQL)) {
            database.execute("create table counted (id serial primary key, name varchar(9))");
            Table model = Table.of(
                            QualifiedName.of("counted"),
                            List.of(
                                    bigint().notNull().identity().named("id"),
                                    varchar(9).named("name")))
                    .withPrimaryKey(Optional.of(new PrimaryKey(Optional.empty(), List.of(Identifier.of("id")))));

            Observation observed = engine(database).observe(Schema.EMPTY.plus(model));

            assertThat(observed.inexpressible()).isEmpty();
            assertThat(observed.schema().sequences()).containsOnlyKeys(QualifiedName.of("counted_id_seq"));
            assertThat(engine(database).observe(observed.schema()).drift()).isEqualTo(Drift.NONE);
        }
    }

    private static String shortly(Difference difference) {
        String column = difference.column().isEmpty() ? "" : "." + difference.column();
        return "%s %s %s%s"
                .formatted(
                        difference.code(),
                        difference.kind(),
                        difference.subject().toLowerCase(Locale.ROOT),
                        column.toLowerCase(Locale.ROOT));
    }
}
