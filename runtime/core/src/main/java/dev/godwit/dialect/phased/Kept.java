package dev.godwit.dialect.phased;

import dev.godwit.schema.Column;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.util.List;

/** What is seen to on a table between expand and contract, by triggers. */
public interface Kept {

    QualifiedName table();

    /** The reserved name of what sees to it. */
    Identifier name();

    /** What is seen to, for people. */
    String subject();

    /** What the version writes that is to go, for people. */
    String watched();

    /** The columns that version alone knows; triggers of others must not name them. */
    List<Column> known();

    /** The columns of the table that come with the migration, which expressions may name. */
    List<Column> coming();

    /** What is done with a new row. */
    List<Case> onInsert(Wording words);

    /** What is done with a changed row. */
    List<Case> onUpdate(Wording words);
}
