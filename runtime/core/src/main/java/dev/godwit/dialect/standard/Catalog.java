package dev.godwit.dialect.standard;

import dev.godwit.plan.Resume;
import dev.godwit.plan.Work;
import dev.godwit.schema.Check;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import dev.godwit.schema.UniqueKey;

/** Questions to a database's catalog, as SQL: whether something is there, and how the database named it. */
public interface Catalog {

    /** A condition that holds when the table is there. */
    String hasTable(QualifiedName table);

    /** A condition that holds when the column is there. */
    String hasColumn(QualifiedName table, Identifier column);

    /** A condition that holds when the constraint is there. */
    String hasConstraint(QualifiedName table, Identifier name);

    /** A condition that holds when the table has a primary key. */
    String hasPrimaryKey(QualifiedName table);

    /** A condition that holds when the index is there and usable. */
    String hasIndex(QualifiedName table, Identifier name);

    /** A condition that holds when the sequence is there. */
    String hasSequence(QualifiedName sequence);

    /** A condition that holds when the type or domain is there. */
    String hasType(QualifiedName type);

    /** A condition that holds when a constraint of this structure is there, whatever its name. */
    String hasUnique(QualifiedName table, UniqueKey key);

    /** A condition that holds when a constraint of this structure is there, whatever its name. */
    String hasCheck(QualifiedName table, Check check);

    /** A statement about a unique key that the database named. */
    Work namedByDatabase(QualifiedName table, UniqueKey key, String template);

    /** A statement about a check that the database named. */
    Work namedByDatabase(QualifiedName table, Check check, String template);

    /** Done once the condition holds. */
    static Resume once(String condition) {
        return new Resume.Observable("select " + condition);
    }

    /** Done once the condition holds no longer. */
    static Resume onceNot(String condition) {
        return new Resume.Observable("select not (" + condition + ")");
    }
}
