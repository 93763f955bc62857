package dev.godwit.plan;

import dev.godwit.change.Transform;
import dev.godwit.schema.Identifier;
import dev.godwit.schema.QualifiedName;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a step executes. */
public sealed interface Work {

    <R> R accept(Visitor<R> visitor);

    /** One SQL statement. */
    record Sql(String sql) implements Work {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sql(this);
        }
    }

    /**
     * A SQL statement about a constraint whose name the database made up, or with a number that follows from rows and has to be
     * written to the letter.
     *
     * @param lookup query that gives the name, or number, in its first column
     * @param parameters bound to the query, in order
     * @param template the statement, with {@value #NAME} where the quoted name belongs, or {@value #NUMBER} for the number
     * @param subject what is looked for, for messages
     */
    record NamedByDatabase(String lookup, List<String> parameters, String template, String subject) implements Work {

        public static final String NAME = "{name}";
        public static final String NUMBER = "{number}";

        public NamedByDatabase {
            parameters = List.copyOf(parameters);
        }

        /**
         * The statement.
         *
         * @param found what the lookup gives
         * @param quote makes an identifier of a name
         * @throws NumberFormatException when a whole number belongs there, and none was found
         */
        public String statement(String found, UnaryOperator<String> quote) {
            return template.contains(NUMBER)
                    ? template.replace(NUMBER, new BigInteger(found).toString())
                    : template.replace(NAME, quote.apply(found));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.namedByDatabase(this);
        }
    }

    /**
     * Says that the values which rows lose in a column are kept, each batch with what replaces them.
     *
     * @param store where to, in the form of {@link ValueStore}
     */
    record Keeping(Identifier column, QualifiedName store) {}

    /**
     * Says that only those rows are seen to that a column marks, which marks them no longer with what is written.
     *
     * @param mark the column
     * @param value what it holds in these rows
     */
    record Due(Identifier mark, int value) {

        /** What the column holds in a row that nothing is to be done about. */
        public static final int NOTHING = 0;
    }

    /**
     * Java code over the rows of a table.
     *
     * @param due which rows; empty: all
     */
    record Rows(Transform transform, List<Keeping> keeping, Optional<Due> due) implements Work {

        public Rows {
            keeping = List.copyOf(keeping);
        }

        /** Over all rows. */
        public Rows(Transform transform, List<Keeping> keeping) {
            this(transform, keeping, Optional.empty());
        }

        /** Over the rows that a column marks. */
        public static Rows due(Transform transform, Due due) {
            return new Rows(transform, List.of(), Optional.of(due));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.rows(this);
        }
    }

    /**
     * One UPDATE over a table, carried out batch by batch.
     *
     * @param key orders the rows; empty: their place on disk, on databases that can address it
     * @param update the statement without its condition, or with {@value #ROWS} where that belongs
     * @param condition holds for the rows that still need it, and no longer once they have it
     * @param keeping the columns whose old values are kept; none without a key
     * @param lock how the rows of a batch are locked before the statement that gives them values, so that it sees in other
     *     tables what was written by those who held them until then; empty: it locks them itself
     */
    record Fill(
            QualifiedName table,
            List<Identifier> key,
            String update,
            String condition,
            List<Keeping> keeping,
            Optional<String> lock)
            implements Work {

        public Fill {
            key = List.copyOf(key);
            keeping = List.copyOf(keeping);
        }

        public static final String ROWS = "{rows}";

        /** The statement for some of the rows. */
        public String sql(String rows) {
            return update.contains(ROWS) ? update.replace(ROWS, rows) : update + " where " + rows;
        }

        public Fill(QualifiedName table, List<Identifier> key, String update, String condition, List<Keeping> keeping) {
            this(table, key, update, condition, keeping, Optional.empty());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fill(this);
        }
    }

    /** The rows of a table, which come from another database. */
    record CopyRows(QualifiedName table) implements Work {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.copyRows(this);
        }
    }

    /**
     * A condition that must hold.
     *
     * @param what the condition, in words
     * @param query gives 0 when it holds
     */
    record Verify(String what, String query) implements Work {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.verify(this);
        }
    }

    /** One method per kind of work. */
    interface Visitor<R> {
        R sql(Sql work);

        R namedByDatabase(NamedByDatabase work);

        R rows(Rows work);

        R fill(Fill work);

        R copyRows(CopyRows work);

        R verify(Verify work);
    }
}
