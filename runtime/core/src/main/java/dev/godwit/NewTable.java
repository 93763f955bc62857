package dev.godwit;

/** The definition of a new table. */
public interface NewTable {

    NewTable column(String name, ColumnSpec definition);

    /** The primary key, in the order of its columns. */
    NewTable primaryKey(String... columns);

    NewTable primaryKey(KeySpec key);

    NewTable unique(KeySpec key);

    NewTable foreignKey(String name, ForeignKeySpec key);

    NewTable check(CheckSpec check);

    NewTable index(String name, IndexSpec index);

    /** An index on columns. */
    default NewTable index(String name, String... columns) {
        return index(name, IndexSpec.on(columns));
    }

    NewTable comment(String text);

    /** SQL appended to {@code create table}. */
    NewTable options(String sql);
}
