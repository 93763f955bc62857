package dev.godwit.testing;

import dev.godwit.change.AddCheck;
import dev.godwit.change.AddColumn;
import dev.godwit.change.AddForeignKey;
import dev.godwit.change.AddIndex;
import dev.godwit.change.AddPrimaryKey;
import dev.godwit.change.AddUnique;
import dev.godwit.change.AlterColumn;
import dev.godwit.change.AlterSequence;
import dev.godwit.change.AlterTableOptions;
import dev.godwit.change.Change;
import dev.godwit.change.ChangeRows;
import dev.godwit.change.Checkpoint;
import dev.godwit.change.CommentTable;
import dev.godwit.change.CreateSequence;
import dev.godwit.change.CreateStruct;
import dev.godwit.change.CreateTable;
import dev.godwit.change.DatabaseKind;
import dev.godwit.change.DropCheck;
import dev.godwit.change.DropColumn;
import dev.godwit.change.DropForeignKey;
import dev.godwit.change.DropIndex;
import dev.godwit.change.DropPrimaryKey;
import dev.godwit.change.DropSequence;
import dev.godwit.change.DropStruct;
import dev.godwit.change.DropTable;
import dev.godwit.change.DropUnique;
import dev.godwit.change.FillColumn;
import dev.godwit.change.Footprint;
import dev.godwit.change.MoveValues;
import dev.godwit.change.NoWayBack;
import dev.godwit.change.RenameColumn;
import dev.godwit.change.RenameSequence;
import dev.godwit.change.RenameTable;
import dev.godwit.change.RunSql;
import dev.godwit.change.RunSql.Resume;
import dev.godwit.change.RunSql.Statement;
import dev.godwit.change.Transform;
import dev.godwit.schema.Check;
import dev.godwit.schema.Column;
import dev.godwit.schema.ForeignKey;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.Index;
import dev.godwit.schema.PrimaryKey;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Ref;
import dev.godwit.schema.Sequence;
import dev.godwit.schema.Struct;
import dev.godwit.schema.Table;
import dev.godwit.schema.Type;
import dev.godwit.schema.Type.Simple;
import dev.godwit.schema.Type.Sized;
import dev.godwit.schema.UniqueKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** One change of every kind, with one type of every kind among them; they do not fit one schema. */
public final class EveryChange {

    private static final QualifiedName ORDERS = QualifiedName.of("sales.`Order`");
    private static final Type BIGINT = new Simple(Simple.Kind.BIGINT);
    private static final Type TEXT = new Sized(Sized.Kind.VARCHAR, 80);

    private EveryChange() {}

    public static List<Change> list() {
        Column id = Column.of("id", BIGINT).withNullable(false).withIdentity(true);
        Column name = Column.of("`Name`", TEXT)
                .withDefault(Optional.of("'it''s'"))
                .withComment(Optional.of("says \"x\""))
                .plus(check("ck_name"))
                .withCollation(Optional.of("C"))
                .withOptions(Optional.of("/**/"));
        Sequence sequence = new Sequence(QualifiedName.of("order_seq"), 1, 50);
        UniqueKey unique = new UniqueKey(Optional.empty(), List.of(name.name()), Optional.empty());
        return List.of(
                new CreateTable(orders(id, name)),
                new DropTable(ORDERS),
                new RenameTable(ORDERS, QualifiedName.of("main..orders")),
                new CommentTable(ORDERS, Optional.empty(), Optional.of("what was bought")),
                new AlterTableOptions(ORDERS, Optional.of("a"), Optional.empty()),
                new AddColumn(ORDERS, name, Optional.of("upper('x')")),
                new DropColumn(ORDERS, name.name()),
                new RenameColumn(ORDERS, name.name(), Identifier.of("title")),
                Checkpoint.backup(List.of(ORDERS)),
                Checkpoint.verify("all are paid", "select 0"),
                Checkpoint.verifyUnchanged(ORDERS, List.of(name.name())),
                new DropTable(ORDERS, true),
                new DropColumn(ORDERS, name.name(), true),
                new FillColumn(ORDERS, name.name(), "'none'"),
                new AlterColumn(ORDERS, name, name.withType(new Type.Numeric(12, 2)), Optional.of("1")),
                new AddPrimaryKey(ORDERS, new PrimaryKey(Optional.of(Identifier.of("pk")), List.of(id.name()))),
                new DropPrimaryKey(ORDERS),
                new AddUnique(ORDERS, unique),
                new DropUnique(ORDERS, unique.withName(Optional.of(Identifier.of("uk")))),
                new AddForeignKey(ORDERS, foreignKey()),
                new DropForeignKey(ORDERS, Identifier.of("fk")),
                new AddCheck(ORDERS, check("ck")),
                new DropCheck(ORDERS, new Check(Optional.empty(), "1 < 2", Optional.of("/**/"))),
                new AddIndex(ORDERS, index()),
                new DropIndex(ORDERS, Identifier.of("ix")),
                new CreateSequence(sequence),
                new DropSequence(sequence.name()),
                new RenameSequence(sequence.name(), QualifiedName.of("other_seq")),
                new AlterSequence(sequence, new Sequence(sequence.name(), 1, 10, Optional.of("cache 5"))),
                new CreateStruct(struct()),
                new DropStruct(struct()),
                sql(),
                new ChangeRows(
                        ORDERS,
                        List.of(id.name()),
                        List.of(id.name()),
                        List.of(id.name(), name.name()),
                        List.of(new ChangeRows.Row(
                                Optional.of(List.of(Optional.of("1"))),
                                Optional.of(List.of(Optional.of("1"), Optional.empty()))))),
                new NoWayBack("the old text is not kept"),
                transform(),
                new MoveValues(
                        ORDERS,
                        QualifiedName.of("notes"),
                        List.of(new MoveValues.Pair(id.name(), Identifier.of("order_id"))),
                        List.of(
                                new MoveValues.Pair(name.name(), name.name()),
                                new MoveValues.Pair(Identifier.of("a"), Identifier.of("b"))),
                        true),
                new MoveValues(
                        ORDERS,
                        QualifiedName.of("notes"),
                        List.of(new MoveValues.Pair(id.name(), Identifier.of("order_id"))),
                        List.of(),
                        true,
                        Optional.of(new MoveValues.Kind(name.name(), List.of("it's", "b")))),
                new MoveValues(
                        QualifiedName.of("notes"),
                        ORDERS,
                        List.of(new MoveValues.Pair(Identifier.of("order_id"), id.name())),
                        List.of(new MoveValues.Pair(Identifier.of("b"), Identifier.of("a"))),
                        false,
                        Optional.of(new MoveValues.Kind(name.name(), List.of("it's")))),
                new MoveValues(
                        QualifiedName.of("notes"),
                        ORDERS,
                        List.of(new MoveValues.Pair(Identifier.of("order_id"), id.name())),
                        List.of(),
                        false,
                        Optional.of(new MoveValues.Kind(name.name(), List.of()))));
    }

    private static Table orders(Column id, Column name) {
        return Table.of(
                        ORDERS,
                        List.of(
                                id,
                                name,
                                Column.of("a", new Type.Float(24)),
                                Column.of("b", new Type.Temporal(Type.Temporal.Kind.TIMESTAMP, OptionalInt.of(3))),
                                Column.of("c", enumOf(Type.EnumOf.Storage.NAME, Optional.empty())),
                                Column.of(
                                        "d",
                                        enumOf(
                                                Type.EnumOf.Storage.NAMED_TYPE,
                                                Optional.of(QualifiedName.of("sales.state")))),
                                Column.of("e", new Type.ArrayOf(TEXT, OptionalInt.of(9))),
                                Column.of("f", new Type.StructOf(QualifiedName.of("address"))),
                                Column.of("g", new Type.Native("tsvector")),
                                Column.of("h", TEXT)
                                        .withGenerated(Optional.of(new Column.Generated("lower(g)", true)))))
                .withPrimaryKey(Optional.of(new PrimaryKey(Optional.empty(), List.of(id.name()))))
                .plus(new UniqueKey(
                        Optional.of(Identifier.of("uk")), List.of(name.name(), id.name()), Optional.of("u")))
                .plus(foreignKey())
                .plus(check("ck"))
                .plus(index())
                .withComment(Optional.of("orders"))
                .withOptions(Optional.of("/* table */"));
    }

    private static Type enumOf(Type.EnumOf.Storage storage, Optional<QualifiedName> typeName) {
        return new Type.EnumOf(storage, List.of("A", "B"), 255, typeName);
    }

    private static ForeignKey foreignKey() {
        return new ForeignKey(
                Identifier.of("fk"),
                List.of(Identifier.of("id")),
                ORDERS,
                List.of(Identifier.of("id")),
                ForeignKey.Action.CASCADE,
                Optional.of("foreign key (id) references sales.orders"),
                Optional.of("/* fk */"));
    }

    private static Check check(String name) {
        return new Check(Optional.of(Identifier.of(name)), "id > 0", Optional.empty());
    }

    private static Index index() {
        return new Index(
                Identifier.of("ix"),
                List.of(Index.Part.of(Identifier.of("`Name`")).ordered("desc"), Index.Part.ofExpression("lower(g)")),
                true,
                Optional.of("btree"),
                Optional.of("/* ix */"));
    }

    private static Struct struct() {
        Map<Identifier, Type> attributes = new LinkedHashMap<>();
        attributes.put(Identifier.of("street"), TEXT);
        attributes.put(Identifier.of("number"), BIGINT);
        return new Struct(QualifiedName.of("address"), attributes);
    }

    private static RunSql sql() {
        return new RunSql(
                List.of(
                        new Statement(Set.of(DatabaseKind.POSTGRESQL, DatabaseKind.H2), "update a set b = 'x'"),
                        new Statement(Set.of(), "delete from c")),
                Optional.of(List.of(new DropColumn(ORDERS, Identifier.of("a")))),
                new Resume(false, Optional.of("select true")),
                Optional.of(Footprint.writing(Ref.of(ORDERS))));
    }

    private static Transform transform() {
        return new Transform(
                ORDERS,
                List.of(Identifier.of("id")),
                List.of(Identifier.of("a")),
                List.of(Identifier.of("b")),
                3,
                (row, others) -> row);
    }
}
