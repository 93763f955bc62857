package dev.godwit.change;

import dev.godwit.schema.Schema;
import java.util.List;

/** One difference between two schemas, as a function.
 *
 * <p>A change holds all that its text in a migration says, and nothing about how a database carries it out. */
public sealed interface Change
        permits CreateTable,
                DropTable,
                RenameTable,
                CommentTable,
                AlterTableOptions,
                AddColumn,
                DropColumn,
                RenameColumn,
                AlterColumn,
                AddPrimaryKey,
                DropPrimaryKey,
                AddUnique,
                DropUnique,
                AddForeignKey,
                DropForeignKey,
                AddCheck,
                DropCheck,
                AddIndex,
                DropIndex,
                CreateSequence,
                DropSequence,
                RenameSequence,
                AlterSequence,
                CreateStruct,
                DropStruct,
                FillColumn,
                MoveValues,
                RunSql,
                Transform,
                ChangeRows,
                Checkpoint,
                NoWayBack {

    /**
     * The schema after this change.
     *
     * @throws PreconditionException when the change does not fit the schema
     */
    Schema apply(Schema before);

    /**
     * The changes that lead from {@code apply(before)} back to {@code before}.
     *
     * @throws PreconditionException when the change does not fit the schema
     */
    List<Change> inverse(Schema before);

    /**
     * Whether this change says all that it does, so that what it leads to is proved by {@link #apply}. Raw SQL and row
     * code only declare it.
     */
    default boolean isComplete() {
        return true;
    }

    /** What this change reads and writes. */
    Footprint footprint();

    <R> R accept(Visitor<R> visitor);

    /** One method per kind of change, so that the compiler proves every reading of changes complete. */
    interface Visitor<R> {
        R createTable(CreateTable change);

        R dropTable(DropTable change);

        R renameTable(RenameTable change);

        R commentTable(CommentTable change);

        R alterTableOptions(AlterTableOptions change);

        R addColumn(AddColumn change);

        R dropColumn(DropColumn change);

        R renameColumn(RenameColumn change);

        R alterColumn(AlterColumn change);

        R addPrimaryKey(AddPrimaryKey change);

        R dropPrimaryKey(DropPrimaryKey change);

        R addUnique(AddUnique change);

        R dropUnique(DropUnique change);

        R addForeignKey(AddForeignKey change);

        R dropForeignKey(DropForeignKey change);

        R addCheck(AddCheck change);

        R dropCheck(DropCheck change);

        R addIndex(AddIndex change);

        R dropIndex(DropIndex change);

        R createSequence(CreateSequence change);

        R dropSequence(DropSequence change);

        R renameSequence(RenameSequence change);

        R alterSequence(AlterSequence change);

        R createStruct(CreateStruct change);

        R dropStruct(DropStruct change);

        R fillColumn(FillColumn change);

        R moveValues(MoveValues change);

        R runSql(RunSql change);

        R transform(Transform change);

        R changeRows(ChangeRows change);

        R checkpoint(Checkpoint change);

        R noWayBack(NoWayBack change);
    }
}
