package dev.godwit.engine;

import static dev.godwit.CheckSpec.check;
import static dev.godwit.ForeignKeySpec.foreignKey;
import static dev.godwit.KeySpec.key;
import static dev.godwit.SequenceSpec.incrementBy;
import static dev.godwit.Types.bigint;
import static dev.godwit.Types.enumOf;
import static dev.godwit.Types.integer;
import static dev.godwit.Types.numeric;
import static dev.godwit.Types.timestamp;
import static dev.godwit.Types.varchar;

import dev.godwit.Migration;
import dev.godwit.SchemaChanges;
import dev.godwit.change.DatabaseKind;
import java.util.ArrayList;
import java.util.List;

/** What people do to a live database behind a tool's back, and what should be said of each. */
final class ManualAlterations {

    /** A schema with something of its own for every alteration. */
    public static final class Model implements Migration {

        @Override
        public void up(SchemaChanges schema) {
            schema.createSequence("s_gone", incrementBy(50));
            schema.createSequence("s_steps", incrementBy(50));
            schema.createTable("gone", t -> t.column("id", bigint().notNull()));
            schema.createTable("target", t -> t.column("id", bigint().notNull()).primaryKey("id"));
            schema.createTable("other", t -> t.column("id", bigint().notNull()).primaryKey("id"));
            schema.createTable("keyed", t -> t.column("id", bigint().notNull()).primaryKey("id"));
            schema.createTable(
                    "paired",
                    t -> t.column("a", bigint().notNull())
                            .column("b", bigint().notNull())
                            .primaryKey("a"));
            schema.createTable(
                    "counted",
                    t -> t.column("id", bigint().notNull().identity()).primaryKey("id"));
            schema.createTable(
                    "c",
                    t -> t.column("dropped", varchar(10))
                            .column("renamed", varchar(10))
                            .column("wider", varchar(20))
                            .column("narrower", varchar(20))
                            .column("scale", numeric(10, 2))
                            .column("bigger", integer())
                            .column("precise", timestamp(6))
                            .column("retyped", varchar(20))
                            .column("optional", varchar(10).notNull())
                            .column("required", varchar(10))
                            .column("default_text", varchar(10).defaultValue("it's"))
                            .column("default_gone", integer().defaultValue(5))
                            .column("default_new", integer())
                            .column("default_number", numeric(10, 2).notNull().defaultValue(1))
                            .column("said", varchar(10).comment("old"))
                            .column("unsaid", varchar(10).comment("old"))
                            .column("silent", varchar(10))
                            .column("tier", enumOf("GOLD", "SILVER"))
                            .column("kept", enumOf("ON", "OFF").notNull().defaultValue("ON"))
                            .comment("what it is"));
            schema.createTable(
                    "k",
                    t -> t.column("a", bigint().notNull())
                            .column("b", bigint().notNull())
                            .column("d", bigint())
                            .column("e", varchar(20))
                            .unique(key("a").named("uk_gone"))
                            .unique(key("b").named("uk_moved"))
                            .unique(key("e"))
                            .check(check("a > 0").named("ck_gone"))
                            .check(check("b > 0 and e in ('x', 'y')").named("ck_changed"))
                            .check(check("d > -5"))
                            .index("ix_gone", "d")
                            .index("ix_moved", "d", "e")
                            .index("ix_unique", "a", "d")
                            .index("ix_renamed", "e", "a"));
            schema.createTable(
                    "f",
                    t -> t.column("gone", bigint())
                            .column("fresh", bigint())
                            .column("cascades", bigint())
                            .column("elsewhere", bigint())
                            .column("renamed", bigint())
                            .foreignKey("fk_gone", foreignKey("gone").references("target", "id"))
                            .foreignKey("fk_cascades", foreignKey("cascades").references("target", "id"))
                            .foreignKey("fk_elsewhere", foreignKey("elsewhere").references("target", "id"))
                            .foreignKey("fk_renamed", foreignKey("renamed").references("target", "id")));
        }

        @Override
        public void down(SchemaChanges schema) {
            for (String table : List.of("f", "k", "c", "counted", "paired", "keyed", "other", "target", "gone")) {
                schema.dropTable(table);
            }
            schema.dropSequence("s_steps");
            schema.dropSequence("s_gone");
        }
    }

    /**
     * Something done by hand.
     *
     * @param said code, kind, and table or table.column of each difference, in lower case
     */
    record Alteration(String sql, List<String> said) {}

    private final DatabaseKind kind;
    private final List<Alteration> all = new ArrayList<>();

    private ManualAlterations(DatabaseKind kind) {
        this.kind = kind;
    }

    static List<Alteration> on(DatabaseKind kind) {
        ManualAlterations alterations = new ManualAlterations(kind);
        alterations.columns();
        alterations.defaults();
        alterations.comments();
        alterations.keys();
        alterations.foreignKeys();
        alterations.checks();
        alterations.indexes();
        alterations.objects();
        return alterations.all;
    }

    private void columns() {
        add("alter table c drop column dropped", "GW3080 column c.dropped");
        add("alter table c add column extra int", "GW3081 column c.extra");
        add(
                h2(
                        "alter table c alter column renamed rename to other_name",
                        "alter table c rename column renamed to other_name"),
                "GW3080 column c.renamed",
                "GW3081 column c.other_name");
        add(type("wider", "varchar(30)"), "GW3082 column c.wider");
        add(type("narrower", "varchar(10)"), "GW3082 column c.narrower");
        add(type("scale", "numeric(10,3)"), "GW3082 column c.scale");
        add(type("bigger", "bigint"), "GW3082 column c.bigger");
        add(type("precise", mysql("datetime(3)", "timestamp(3)")), "GW3082 column c.precise");
        add(type("retyped", mysql("longtext", "text")), "GW3082 column c.retyped");
        add(
                mysql("alter table c modify optional varchar(10)", "alter table c alter column optional drop not null"),
                "GW3082 nullability c.optional");
        add(
                mysql(
                        "alter table c modify required varchar(10) not null",
                        "alter table c alter column required set not null"),
                "GW3082 nullability c.required");
        switch (kind) {
            case POSTGRESQL -> add("alter table c add check (tier in ('GOLD', 'SILVER', 'TIN'))", "GW3081 check c");
            case H2 -> add("alter table c alter column tier enum ('GOLD', 'SILVER', 'TIN')", "GW3082 column c.tier");
            case MARIADB, MYSQL ->
                add("alter table c modify tier enum ('GOLD', 'SILVER', 'TIN')", "GW3082 column c.tier");
        }
        add(
                switch (kind) {
                    case POSTGRESQL -> "alter table counted alter column id drop identity";
                    case H2 -> "alter table counted alter column id drop identity";
                    case MARIADB, MYSQL -> "alter table counted modify id bigint not null";
                },
                "GW3080 identity counted.id");
    }

    private void defaults() {
        add("alter table c alter column default_text set default 'its'", "GW3082 default c.default_text");
        add("alter table c alter column default_gone drop default", "GW3080 default c.default_gone");
        add("alter table c alter column default_new set default 7", "GW3081 default c.default_new");
        add("alter table c alter column default_number set default 2", "GW3082 default c.default_number");
    }

    private void comments() {
        add(comment("said", "'new'"), "GW3082 comment c.said");
        add(comment("unsaid", mysql("''", "null")), "GW3080 comment c.unsaid");
        add(comment("silent", "'news'"), "GW3081 comment c.silent");
        add(mysql("alter table c comment 'else'", "comment on table c is 'else'"), "GW3082 comment c");
    }

    private void keys() {
        add(primaryKey("keyed"), "GW3080 primary key keyed");
        add(primaryKey("paired"));
        add("alter table paired add primary key (a, b)", "GW3082 primary key paired");
        add(unique("uk_gone"), "GW3080 unique k");
        add("alter table k add constraint uk_new unique (d)", "GW3081 unique k");
        add(unique("uk_moved"));
        add("alter table k add constraint uk_moved unique (b, d)", "GW3082 unique k");
    }

    private void foreignKeys() {
        String reference = "alter table f add constraint %s foreign key (%s) references %s (id) %s";
        add(foreign("fk_gone"), "GW3080 foreign key f");
        add(reference.formatted("fk_new", "fresh", "target", ""), "GW3081 foreign key f");
        add(foreign("fk_cascades"));
        add(reference.formatted("fk_cascades", "cascades", "target", "on delete cascade"), "GW3082 foreign key f");
        add(foreign("fk_elsewhere"));
        add(reference.formatted("fk_elsewhere", "elsewhere", "other", ""), "GW3082 foreign key f");
        add(foreign("fk_renamed"));
        add(reference.formatted("fk_other_name", "renamed", "target", ""), "GW3083 foreign key f");
    }

    private void checks() {
        add("alter table k drop constraint ck_gone", "GW3080 check k");
        add("alter table k add constraint ck_new check (d < 100)", "GW3081 check k");
        add("alter table k drop constraint ck_changed");
        add("alter table k add constraint ck_changed check (b > 0 and e in ('x', 'z'))", "GW3082 check k");
    }

    private void indexes() {
        add(index("ix_gone"), "GW3080 index k");
        add("create index ix_new on k (a, b, d)", "GW3081 index k");
        add(index("ix_moved"));
        add("create index ix_moved on k (e, d)", "GW3082 index k");
        add(index("ix_unique"));
        uniqueIndex();
        add(index("ix_renamed"));
        add("create index ix_other_name on k (e, a)", "GW3083 index k");
    }

    /** MariaDB and MySQL do not tell a unique index from a unique key. */
    private void uniqueIndex() {
        String sql = "create unique index ix_unique on k (a, d)";
        switch (kind) {
            case POSTGRESQL, H2 -> add(sql, "GW3082 index k");
            case MARIADB, MYSQL -> add(sql, "GW3080 index k", "GW3081 unique k");
        }
    }

    private void objects() {
        add("drop table gone", "GW3080 table gone");
        if (kind == DatabaseKind.MYSQL) {
            add("drop table s_gone", "GW3080 sequence s_gone");
            return;
        }
        add("drop sequence s_gone", "GW3080 sequence s_gone");
        add("alter sequence s_steps increment by 10", "GW3082 sequence s_steps");
    }

    private void add(String sql, String... said) {
        all.add(new Alteration(sql, List.of(said)));
    }

    private String type(String column, String type) {
        return switch (kind) {
            case POSTGRESQL -> "alter table c alter column %s type %s".formatted(column, type);
            case H2 -> "alter table c alter column %s set data type %s".formatted(column, type);
            case MARIADB, MYSQL -> "alter table c modify %s %s".formatted(column, type);
        };
    }

    private String comment(String column, String text) {
        return mysql(
                "alter table c modify %s varchar(10) comment %s".formatted(column, text),
                "comment on column c.%s is %s".formatted(column, text));
    }

    private String primaryKey(String table) {
        return kind == DatabaseKind.POSTGRESQL
                ? "alter table %1$s drop constraint %1$s_pkey".formatted(table)
                : "alter table %s drop primary key".formatted(table);
    }

    private String unique(String name) {
        return mysql("alter table k drop index " + name, "alter table k drop constraint " + name);
    }

    private String foreign(String name) {
        return mysql("alter table f drop foreign key " + name, "alter table f drop constraint " + name);
    }

    private String index(String name) {
        return mysql("drop index %s on k".formatted(name), "drop index " + name);
    }

    private String mysql(String family, String others) {
        return switch (kind) {
            case MARIADB, MYSQL -> family;
            case POSTGRESQL, H2 -> others;
        };
    }

    private String h2(String own, String others) {
        return kind == DatabaseKind.H2 ? own : others;
    }
}
