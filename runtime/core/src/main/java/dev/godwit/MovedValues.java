package dev.godwit;

/** Which values move from one table to another, and between which rows. */
public interface MovedValues {

    /**
     * Says which rows belong together: those with the same value in this column of the one table and that of the other.
     * Said several times, where it takes several columns.
     */
    MovedValues join(String from, String to);

    /** Moves the values of a column to the one of the same name. */
    default MovedValues column(String name) {
        return column(name, name);
    }

    /** Moves the values of a column to one of another name. */
    MovedValues column(String from, String to);

    /** Makes a row where there is none, with the columns of the join and the values, unless all of these are NULL. */
    MovedValues newRows();

    /**
     * Makes a row where there is none for each row of which the column has one of these values, whatever else it holds:
     * the rows of subclasses, for which a discriminator has values of their own. A number is stated as it is written.
     */
    MovedValues newRows(String column, String... values);

    /**
     * The other way round: gives rows that get values this value in a column of theirs. Without a value, the values of
     * further tables tell, as where the class of a table is abstract.
     */
    MovedValues marks(String column, String... value);
}
