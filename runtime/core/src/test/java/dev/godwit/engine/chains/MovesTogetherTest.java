package dev.godwit.engine.chains;

import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.integer;
import static dev.godwit.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import dev.godwit.engine.Engine;
import dev.godwit.engine.Options;
import dev.godwit.engine.Phase;
import dev.godwit.engine.Phases;
import dev.godwit.engine.RollbackTarget;
import dev.godwit.engine.Rows;
import dev.godwit.engine.chain.MigrationSource;
import dev.godwit.engine.problem.EngineException;
import dev.godwit.engine.server.ConnectionSource;
import dev.godwit.testing.Databases;
import dev.godwit.testing.Ledgers;
import dev.godwit.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that move, or are computed, beside other changes of the tables that they are in, in phases. */
class MovesTogetherTest {

    static List<DatabaseKind> databases() {
        return RandomPhasesTest.databases();
    }

    /** A migration that makes tables, and the one that is led in phases. */
    private static Engine engine(TestDatabase database, Phase phase, Edit tables, Edit change) {
        Chained.CHAIN.set(List.of(List.of(tables), List.of(change)));
        MigrationSource source = new MigrationSource(
                Ledgers.of(Chained.CLASSES.subList(0, 2)), MovesTogetherTest.class.getClassLoader());
        return Engine.of(
                source,
                ConnectionSource.of(database.dataSource()),
                Options.DEFAULT
                        .withPhases(Phases.DEFAULT.withPhase(phase).withQuiet(Duration.ZERO))
                        .withListener(event -> {}));
    }

    private static void refused(DatabaseKind kind, String code, Edit tables, Edit change) throws SQLException {
        try (TestDatabase database = Databases.fresh(kind)) {
            Content content = new Content(database);
            engine(database, Phase.ALL, tables, change)
                    .migrate(Optional.of(Ledgers.version(1).text()));
            Set<String> before = content.schema();
            assertThatThrownBy(
                            () -> engine(database, Phase.EXPAND, tables, change).migrate(Optional.empty()))
                    .isInstanceOfSatisfying(
                            EngineException.class,
                            e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code));
            assertThat(content.schema()).isEqualTo(before);
            assertThat(database.triggers()).isEmpty();
        }
    }

    private static Edit tables(Consumer<SchemaChanges> tables) {
        return new Edit(tables, schema -> {});
    }

    private static void people(SchemaChanges schema) {
        schema.createTable(
                "people",
                t -> t.column("id", bigint().notNull())
                        .column("bio", varchar(40))
                        .primaryKey("id"));
    }

    private static void details(SchemaChanges schema) {
        schema.createTable(
                "details",
                t -> t.column("id", bigint().notNull())
                        .column("bio", varchar(40))
                        .primaryKey("id")
                        .foreignKey("fk_details", foreignKey("id").references("people", "id")));
    }

    private static void split(SchemaChanges schema) {
        details(schema);
        schema.moveValues(
                "people", "details", v -> v.join("id", "id").column("bio").newRows());
    }

    private static void merge(SchemaChanges schema) {
        schema.table("people").addColumn("bio", varchar(40));
        schema.moveValues("details", "people", v -> v.join("id", "id").column("bio"));
    }

    /** The version that knows people alone makes details, and knows nothing of this column. */
    @ParameterizedTest
    @MethodSource("databases")
    void newRowsWantMoreThanIsThere(DatabaseKind kind) throws SQLException {
        refused(
                kind,
                "GW3127",
                tables(MovesTogetherTest::people),
                new Edit(
                        schema -> {
                            split(schema);
                            schema.table("people").dropColumn("bio");
                            schema.table("details").addColumn("seen", integer().notNull(), "0");
                        },
                        schema -> {
                            schema.table("details").dropColumn("seen");
                            merge(schema);
                            schema.dropTable("details");
                        }));
    }

    /** As above, where the table of details goes. */
    @ParameterizedTest
    @MethodSource("databases")
    void oldRowsWantMoreThanIsThere(DatabaseKind kind) throws SQLException {
        refused(
                kind,
                "GW3127",
                tables(schema -> {
                    schema.createTable(
                            "people", t -> t.column("id", bigint().notNull()).primaryKey("id"));
                    details(schema);
                    schema.table("details").addColumn("seen", integer().notNull());
                }),
                new Edit(
                        schema -> {
                            merge(schema);
                            schema.dropTable("details");
                        },
                        schema -> {
                            schema.createTable(
                                    "details",
                                    t -> t.column("id", bigint().notNull())
                                            .column("bio", varchar(40))
                                            .column("seen", integer().notNull())
                                            .primaryKey("id"));
                            schema.moveValues(
                                    "people",
                                    "details",
                                    v -> v.join("id", "id").column("bio").newRows());
                            schema.table("people").dropColumn("bio");
                        }));
    }

    /** The triggers know the column by the name that it had when they were made. */
    @ParameterizedTest
    @MethodSource("databases")
    void aColumnIsRenamedThatValuesHaveMovedTo(DatabaseKind kind) throws SQLException {
        refused(
                kind,
                "GW3150",
                tables(MovesTogetherTest::people),
                new Edit(
                        schema -> {
                            split(schema);
                            schema.table("people").dropColumn("bio");
                            schema.table("details").renameColumn("bio", "story");
                        },
                        schema -> {
                            schema.table("details").renameColumn("story", "bio");
                            merge(schema);
                            schema.dropTable("details");
                        }));
    }

    /** Going back gives the column its first name while the triggers are there. */
    @ParameterizedTest
    @MethodSource("databases")
    void aColumnIsRenamedOnceItsTableIsMade(DatabaseKind kind) throws SQLException {
        refused(
                kind,
                "GW3150",
                tables(MovesTogetherTest::people),
                new Edit(
                        schema -> {
                            details(schema);
                            schema.table("details").renameColumn("bio", "story");
                            schema.moveValues(
                                    "people",
                                    "details",
                                    v -> v.join("id", "id")
                                            .column("bio", "story")
                                            .newRows());
                            schema.table("people").dropColumn("bio");
                        },
                        schema -> {
                            schema.table("people").addColumn("bio", varchar(40));
                            schema.moveValues(
                                    "details", "people", v -> v.join("id", "id").column("story", "bio"));
                            schema.table("details").renameColumn("story", "bio");
                            schema.dropTable("details");
                        }));
    }

    /** Until contract the column is there under both names, one of which follows the other. */
    @ParameterizedTest
    @MethodSource("databases")
    void aColumnIsRenamedThatValuesMoveFrom(DatabaseKind kind) throws SQLException {
        refused(
                kind,
                "GW3151",
                tables(MovesTogetherTest::people),
                new Edit(
                        schema -> {
                            schema.table("people").renameColumn("bio", "story");
                            details(schema);
                            schema.moveValues(
                                    "people",
                                    "details",
                                    v -> v.join("id", "id")
                                            .column("story", "bio")
                                            .newRows());
                            schema.table("people").dropColumn("story");
                        },
                        schema -> {
                            schema.table("people").addColumn("story", varchar(40));
                            schema.moveValues(
                                    "details", "people", v -> v.join("id", "id").column("bio", "story"));
                            schema.dropTable("details");
                            schema.table("people").renameColumn("story", "bio");
                        }));
    }

    /** The table goes, and the column with it, under whatever name. */
    @ParameterizedTest
    @MethodSource("databases")
    void aColumnIsRenamedThatValuesMoveFromWithItsTable(DatabaseKind kind) throws SQLException {
        refused(
                kind,
                "GW3151",
                tables(schema -> {
                    schema.createTable(
                            "people", t -> t.column("id", bigint().notNull()).primaryKey("id"));
                    details(schema);
                }),
                new Edit(
                        schema -> {
                            schema.table("details").renameColumn("bio", "story");
                            schema.table("people").addColumn("bio", varchar(40));
                            schema.moveValues(
                                    "details", "people", v -> v.join("id", "id").column("story", "bio"));
                            schema.dropTable("details");
                        },
                        schema -> {
                            details(schema);
                            schema.table("details").renameColumn("bio", "story");
                            schema.moveValues(
                                    "people",
                                    "details",
                                    v -> v.join("id", "id")
                                            .column("bio", "story")
                                            .newRows());
                            schema.table("people").dropColumn("bio");
                            schema.table("details").renameColumn("story", "bio");
                        }));
    }

    /** Each version finds its table by its name all the time, whatever the migration says first. */
    @ParameterizedTest
    @MethodSource("databases")
    void theirTableIsRenamedOnceValuesHaveMoved(DatabaseKind kind) throws SQLException {
        Edit tables = tables(MovesTogetherTest::people);
        Edit change = new Edit(
                schema -> {
                    split(schema);
                    schema.renameTable("people", "persons");
                    schema.table("persons").dropColumn("bio");
                },
                schema -> {
                    schema.table("persons").addColumn("bio", varchar(40));
                    schema.renameTable("persons", "people");
                    schema.moveValues(
                            "details", "people", v -> v.join("id", "id").column("bio"));
                    schema.dropTable("details");
                });
        try (TestDatabase database = Databases.fresh(kind)) {
            engine(database, Phase.ALL, tables, change)
                    .migrate(Optional.of(Ledgers.version(1).text()));
            database.execute("insert into people (id, bio) values (1, 'A'), (2, 'B')");

            engine(database, Phase.EXPAND, tables, change).migrate(Optional.empty());
            database.execute(
                    "update people set bio = 'C' where id = 1",
                    "insert into persons (id) values (3)",
                    "insert into details (id, bio) values (3, 'D')",
                    "update details set bio = 'E' where id = 2");
            assertThat(Rows.of(database, "select id, bio from people order by id"))
                    .containsExactly("1|C", "2|E", "3|D");
            engine(database, Phase.CONTRACT, tables, change).migrate(Optional.empty());
            assertThat(Rows.of(database, "select id, bio from details order by id"))
                    .containsExactly("1|C", "2|E", "3|D");
            assertThat(database.triggers()).isEmpty();
        }
    }

    /** A root that is abstract has no kind of its own, so that the column may be empty between the phases. */
    @ParameterizedTest
    @MethodSource("databases")
    void theKindOfAnAbstractRootIsKept(DatabaseKind kind) throws SQLException {
        Edit tables = tables(schema -> schema.createTable(
                "animals",
                t -> t.column("id", bigint().notNull())
                        .column("kind", integer().notNull())
                        .column("lives", integer())
                        .primaryKey("id")));
        Edit change = new Edit(
                schema -> {
                    schema.createTable(
                            "cats",
                            t -> t.column("id", bigint().notNull())
                                    .column("lives", integer())
                                    .primaryKey("id")
                                    .foreignKey("fk_cats", foreignKey("id").references("animals", "id")));
                    schema.moveValues(
                            "animals",
                            "cats",
                            v -> v.join("id", "id").column("lives").newRows("kind", "1"));
                    schema.table("animals").dropColumn("lives").dropColumn("kind");
                },
                schema -> {
                    schema.table("animals").addColumn("kind", integer()).addColumn("lives", integer());
                    schema.moveValues(
                            "cats",
                            "animals",
                            v -> v.join("id", "id").column("lives").marks("kind", "1"));
                    schema.table("animals")
                            .alterColumn("kind", integer(), integer().notNull());
                    schema.dropTable("cats");
                });
        try (TestDatabase database = Databases.fresh(kind)) {
            engine(database, Phase.ALL, tables, change)
                    .migrate(Optional.of(Ledgers.version(1).text()));
            database.execute("insert into animals (id, kind, lives) values (1, 1, 7)");
            engine(database, Phase.EXPAND, tables, change).migrate(Optional.empty());
            engine(database, Phase.CONTRACT, tables, change).migrate(Optional.empty());
            database.execute("insert into animals (id) values (2)", "insert into cats (id, lives) values (2, 9)");

            engine(database, Phase.ALL, tables, change)
                    .rollback(RollbackTarget.to(Ledgers.version(1).text()));
            assertThat(Rows.of(database, "select id, kind, lives from animals order by id"))
                    .containsExactly("1|1|7", "2|1|9");
        }
    }

    /** The name from before is a view that lacks the new column, so contract asks under the other one. */
    @ParameterizedTest
    @MethodSource("databases")
    void valuesMoveToARequiredColumnOfATableThatIsRenamed(DatabaseKind kind) throws SQLException {
        Edit tables = tables(schema -> {
            schema.createTable("people", t -> t.column("id", bigint().notNull()).primaryKey("id"));
            details(schema);
        });
        Edit change = new Edit(
                schema -> {
                    schema.renameTable("people", "persons");
                    schema.table("persons").addColumn("bio", varchar(40).notNull(), "'none'");
                    schema.moveValues(
                            "details", "persons", v -> v.join("id", "id").column("bio"));
                    schema.dropTable("details");
                },
                schema -> {
                    schema.createTable(
                            "details",
                            t -> t.column("id", bigint().notNull())
                                    .column("bio", varchar(40))
                                    .primaryKey("id")
                                    .foreignKey("fk_details", foreignKey("id").references("persons", "id")));
                    schema.moveValues(
                            "persons",
                            "details",
                            v -> v.join("id", "id").column("bio").newRows());
                    schema.table("persons").dropColumn("bio");
                    schema.renameTable("persons", "people");
                });
        try (TestDatabase database = Databases.fresh(kind)) {
            engine(database, Phase.ALL, tables, change)
                    .migrate(Optional.of(Ledgers.version(1).text()));
            database.execute(
                    "insert into people (id) values (1), (2)", "insert into details (id, bio) values (1, 'A')");
            engine(database, Phase.EXPAND, tables, change).migrate(Optional.empty());
            engine(database, Phase.CONTRACT, tables, change).migrate(Optional.empty());
            assertThat(Rows.of(database, "select id, bio from persons order by id"))
                    .containsExactly("1|A", "2|none");
        }
    }

    /** Code is run over the table under the name that it has from expand on. */
    @ParameterizedTest
    @MethodSource("databases")
    void aTableIsRenamedOnceCodeHasComputedAColumn(DatabaseKind kind) throws SQLException {
        Edit change = new Edit(
                schema -> {
                    schema.table("people").addColumn("story", varchar(60));
                    schema.transform("people", "id")
                            .read("bio")
                            .write("story")
                            .each((row, out) -> row.text("bio").ifPresent(bio -> out.set("story", "<" + bio + ">")));
                    schema.renameTable("people", "persons");
                    schema.table("persons").dropColumn("bio");
                },
                schema -> {
                    schema.table("persons").addColumn("bio", varchar(40));
                    schema.transform("persons", "id")
                            .read("story")
                            .write("bio")
                            .each((row, out) -> row.text("story")
                                    .ifPresent(story -> out.set("bio", story.substring(1, story.length() - 1))));
                    schema.renameTable("persons", "people");
                    schema.table("people").dropColumn("story");
                });
        Edit tables = tables(MovesTogetherTest::people);
        try (TestDatabase database = Databases.fresh(kind)) {
            engine(database, Phase.ALL, tables, change)
                    .migrate(Optional.of(Ledgers.version(1).text()));
            database.execute("insert into people (id, bio) values (1, 'A'), (2, 'B')");
            engine(database, Phase.EXPAND, tables, change).migrate(Optional.empty());
            database.execute(
                    "update people set bio = 'C' where id = 1", "insert into persons (id, story) values (3, '<D>')");
            engine(database, Phase.EXPAND, tables, change).migrate(Optional.empty());
            assertThat(Rows.of(database, "select id, bio from people order by id"))
                    .containsExactly("1|C", "2|B", "3|D");
            engine(database, Phase.CONTRACT, tables, change).migrate(Optional.empty());
            assertThat(Rows.of(database, "select id, story from persons order by id"))
                    .containsExactly("1|<C>", "2|<B>", "3|<D>");
        }
    }

    /** What is computed from the column is told by the name that it had. */
    @ParameterizedTest
    @MethodSource("databases")
    void aColumnIsRenamedThatAnotherTakesThePlaceOf(DatabaseKind kind) throws SQLException {
        refused(
                kind,
                "GW3151",
                tables(MovesTogetherTest::people),
                new Edit(
                        schema -> schema.table("people")
                                .addColumn("story", varchar(60), "concat('<', bio)")
                                .renameColumn("bio", "life")
                                .dropColumn("life"),
                        schema -> schema.table("people")
                                .addColumn("life", varchar(40), "substring(story, 2)")
                                .renameColumn("life", "bio")
                                .dropColumn("story")));
    }

    /** The least of several values is NULL where each of them is. */
    @ParameterizedTest
    @MethodSource("databases")
    void noneOfSeveralValuesGoesToARequiredColumn(DatabaseKind kind) throws SQLException {
        Edit tables = tables(schema -> {
            schema.createTable("people", t -> t.column("id", bigint().notNull()).primaryKey("id"));
            schema.createTable(
                    "phones", t -> t.column("person", bigint().notNull()).column("phone", varchar(20)));
        });
        Edit change = tables(schema -> {
            schema.table("people").addColumn("phone", varchar(20).notNull(), "'none'");
            schema.moveValues("phones", "people", v -> v.join("person", "id").column("phone"));
            schema.dropTable("phones");
        });
        try (TestDatabase database = Databases.fresh(kind)) {
            engine(database, Phase.ALL, tables, change)
                    .migrate(Optional.of(Ledgers.version(1).text()));
            database.execute(
                    "insert into people (id) values (1), (2), (3)",
                    "insert into phones (person, phone) values (1, null), (2, null), (2, 'A')");
            assertThatThrownBy(() -> engine(database, Phase.ALL, tables, change).migrate(Optional.empty()))
                    .hasMessageStartingWith("GW3126: ")
                    .hasMessageContaining("person = 1")
                    .hasMessageNotContaining("person = 2");
            database.execute("update phones set phone = 'B' where person = 1");
            engine(database, Phase.ALL, tables, change).migrate(Optional.empty());
            assertThat(Rows.of(database, "select id, phone from people order by id"))
                    .containsExactly("1|B", "2|A", "3|none");
        }
    }

    private static void zeros(DatabaseKind kind, Edit tables, Edit change, String rows, String seen, String... values)
            throws SQLException {
        for (List<Phase> phases : List.of(List.of(Phase.ALL), List.of(Phase.EXPAND, Phase.CONTRACT))) {
            try (TestDatabase database = Databases.fresh(kind)) {
                engine(database, Phase.ALL, tables, change)
                        .migrate(Optional.of(Ledgers.version(1).text()));
                database.execute(rows.split("; "));
                for (Phase phase : phases) {
                    engine(database, phase, tables, change).migrate(Optional.empty());
                }
                assertThat(Rows.of(database, seen)).as(phases.toString()).containsExactly(values);
            }
        }
    }

    /** What stands in for nothing between the phases may be a value: of rows that were there before it is one. */
    @ParameterizedTest
    @MethodSource("databases")
    void zerosMoveToANewTable(DatabaseKind kind) throws SQLException {
        zeros(
                kind,
                tables(schema -> schema.createTable(
                        "people",
                        t -> t.column("id", bigint().notNull())
                                .column("floor", integer().notNull())
                                .primaryKey("id"))),
                new Edit(
                        schema -> {
                            schema.createTable(
                                    "offices",
                                    t -> t.column("id", bigint().notNull())
                                            .column("floor", integer().notNull())
                                            .primaryKey("id"));
                            schema.moveValues(
                                    "people",
                                    "offices",
                                    v -> v.join("id", "id").column("floor").newRows());
                            schema.table("people").dropColumn("floor");
                        },
                        schema -> {
                            schema.table("people").addColumn("floor", integer().notNull(), "0");
                            schema.moveValues(
                                    "offices", "people", v -> v.join("id", "id").column("floor"));
                            schema.dropTable("offices");
                        }),
                "insert into people (id, floor) values (1, 0), (2, 3)",
                "select id, floor from offices order by id",
                "1|0",
                "2|3");
    }

    /** Where the other column may be empty. */
    @ParameterizedTest
    @MethodSource("databases")
    void zerosMoveToATableThatIsThere(DatabaseKind kind) throws SQLException {
        zeros(
                kind,
                tables(schema -> {
                    schema.createTable(
                            "people",
                            t -> t.column("id", bigint().notNull())
                                    .column("floor", integer().notNull())
                                    .primaryKey("id"));
                    schema.createTable(
                            "offices", t -> t.column("id", bigint().notNull()).primaryKey("id"));
                }),
                new Edit(
                        schema -> {
                            schema.table("offices").addColumn("floor", integer());
                            schema.moveValues(
                                    "people",
                                    "offices",
                                    v -> v.join("id", "id").column("floor").newRows());
                            schema.table("people").dropColumn("floor");
                        },
                        schema -> {
                            schema.table("people").addColumn("floor", integer().notNull(), "0");
                            schema.moveValues(
                                    "offices", "people", v -> v.join("id", "id").column("floor"));
                            schema.table("offices").dropColumn("floor");
                        }),
                "insert into people (id, floor) values (1, 0), (2, 3); insert into offices (id) values (1), (2)",
                "select id, floor from offices order by id",
                "1|0",
                "2|3");
    }

    /** Where they come from a table that goes, to columns that may be empty. */
    @ParameterizedTest
    @MethodSource("databases")
    void zerosMoveFromATableThatGoes(DatabaseKind kind) throws SQLException {
        zeros(
                kind,
                tables(schema -> {
                    schema.createTable(
                            "people", t -> t.column("id", bigint().notNull()).primaryKey("id"));
                    schema.createTable(
                            "offices",
                            t -> t.column("id", bigint().notNull())
                                    .column("floor", integer().notNull())
                                    .column("name", varchar(20).notNull())
                                    .primaryKey("id")
                                    .foreignKey("fk_offices", foreignKey("id").references("people", "id")));
                }),
                new Edit(
                        schema -> {
                            schema.table("people").addColumn("floor", integer()).addColumn("name", varchar(20));
                            schema.moveValues(
                                    "offices",
                                    "people",
                                    v -> v.join("id", "id").column("floor").column("name"));
                            schema.dropTable("offices");
                        },
                        schema -> {
                            schema.createTable(
                                    "offices",
                                    t -> t.column("id", bigint().notNull())
                                            .column("floor", integer().notNull())
                                            .column("name", varchar(20).notNull())
                                            .primaryKey("id")
                                            .foreignKey(
                                                    "fk_offices",
                                                    foreignKey("id").references("people", "id")));
                            schema.moveValues(
                                    "people",
                                    "offices",
                                    v -> v.join("id", "id")
                                            .column("floor")
                                            .column("name")
                                            .newRows());
                            schema.table("people").dropColumn("name").dropColumn("floor");
                        }),
                "insert into people (id) values (1), (2), (3);"
                        + " insert into offices (id, floor, name) values (1, 0, ''), (2, 0, 'A')",
                "select id, floor, name from people order by id",
                "1|0|",
                "2|0|A",
                "3|null|null");
    }

    /** What the running version adds meanwhile says what it says, too. */
    @ParameterizedTest
    @MethodSource("databases")
    void zerosAreAddedToATableThatGoes(DatabaseKind kind) throws SQLException {
        Edit tables = tables(schema -> {
            schema.createTable("people", t -> t.column("id", bigint().notNull()).primaryKey("id"));
            schema.createTable(
                    "offices",
                    t -> t.column("id", bigint().notNull())
                            .column("floor", integer().notNull())
                            .primaryKey("id")
                            .foreignKey("fk_offices", foreignKey("id").references("people", "id")));
        });
        Edit change = new Edit(
                schema -> {
                    schema.table("people").addColumn("floor", integer());
                    schema.moveValues(
                            "offices", "people", v -> v.join("id", "id").column("floor"));
                    schema.dropTable("offices");
                },
                schema -> {
                    schema.createTable(
                            "offices",
                            t -> t.column("id", bigint().notNull())
                                    .column("floor", integer().notNull())
                                    .primaryKey("id")
                                    .foreignKey("fk_offices", foreignKey("id").references("people", "id")));
                    schema.moveValues(
                            "people",
                            "offices",
                            v -> v.join("id", "id").column("floor").newRows());
                    schema.table("people").dropColumn("floor");
                });
        try (TestDatabase database = Databases.fresh(kind)) {
            engine(database, Phase.ALL, tables, change)
                    .migrate(Optional.of(Ledgers.version(1).text()));
            engine(database, Phase.EXPAND, tables, change).migrate(Optional.empty());
            database.execute(
                    "insert into people (id) values (1), (2), (3)",
                    "insert into offices (id, floor) values (1, 0), (2, 5)",
                    "update offices set floor = 0 where id = 2",
                    "insert into people (id, floor) values (4, null)");
            assertThat(Rows.of(database, "select id, floor from people order by id"))
                    .containsExactly("1|0", "2|0", "3|null", "4|null");
        }
    }
}
