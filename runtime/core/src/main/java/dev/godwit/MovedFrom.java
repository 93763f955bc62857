package dev.godwit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that the values of an attribute were in a column of another table: the differ then moves them, and moves them
 * back when the migration is taken back, instead of dropping them.
 *
 * <pre>{@code
 * @Entity
 * class PersonDetails {
 *     @Id Long id;
 *     @MapsId @OneToOne Person person;
 *     @MovedFrom(table = "people") String bio;
 *     @MovedFrom(table = "people", column = "town") String city;
 * }
 *
 * @ElementCollection
 * @MovedFrom(table = "people", column = "email")
 * Set<String> emails;
 * }</pre>
 *
 * <p>Which rows belong together is found in the model: by the primary key that two tables share, or else by the one foreign
 * key between them. In a table that is new, rows are made where there are values. On a collection it is about what the
 * collection holds.
 *
 * <p>Effective only while the column is in the snapshot; afterwards it can go.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface MovedFrom {

    /** The table that the values were in, by its former name where it is renamed in the same edit. */
    String table();

    /** The column that they were in; unless stated, one of the name that the attribute's own has. */
    String column() default "";
}
