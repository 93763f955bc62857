package dev.godwit.dialect;

import dev.godwit.change.Change;
import dev.godwit.change.DatabaseKind;
import dev.godwit.plan.Course;
import dev.godwit.plan.Plan;
import dev.godwit.plan.Retention;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.Schema;
import dev.godwit.schema.Table;
import dev.godwit.schema.Type;
import java.util.List;
import java.util.function.Supplier;

/** What Godwit knows about one database product in one version. Immutable, without a connection. */
public interface Dialect {

    DatabaseKind kind();

    /** The product and version, for messages. */
    String description();

    /** The identifier folded as the database folds it, and quoted where it must be. */
    String quote(Identifier identifier);

    String quote(QualifiedName name);

    /** The text as a SQL literal. */
    String literal(String text);

    /** The name as the database's catalog holds it. */
    String catalogName(Identifier identifier);

    /** The type as Hibernate's dialect for this database renders it in a definition. */
    String render(Type type);

    /** The table as it is created here: the checks that types ask for spelled out, and names made up where they must be. */
    Table asCreated(Table table);

    /** The longest name, in the unit in which {@link #nameLength} measures. */
    int maxNameLength();

    int nameLength(Identifier identifier);

    /** Whether an unquoted use of this word as a name fails. */
    boolean isReserved(String word);

    /** Whether a plan in phases spares a running version here; elsewhere it is the one that does everything at once. */
    boolean sparesRunningVersion();

    /** Whether DDL takes part in transactions. */
    boolean hasTransactionalDdl();

    /**
     * What to execute for one direction of one migration at once, when nothing that it drops is kept.
     *
     * @param changes in order
     * @param before gives the schema before the first change; asked only where a change needs more than it says
     */
    default Plan plan(List<Change> changes, Supplier<Schema> before) {
        return plan(Course.whole(changes, before, Retention.NONE));
    }

    /** What to execute for one direction of one migration. */
    Plan plan(Course course);
}
