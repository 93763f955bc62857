package dev.godwit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the rows that are there already a value for an attribute: for a new one, for one that becomes required, and, where
 * the expression names the attribute's own column, for one whose type changes.
 *
 * <pre>{@code
 * @Backfill(
 *         value = "split_part(address, ', ', 1)",
 *         reverse = "street || ', ' || city",
 *         reverseColumn = "address")
 * private String street;
 *
 * @Backfill(
 *         value = "concat(first_name, ' ', last_name)",
 *         reverse = {"split_part(name, ' ', 1)", "split_part(name, ' ', 2)"},
 *         reverseColumn = {"first_name", "last_name"})
 * private String name;
 *
 * @Backfill(value = "cast(score as integer)", reverse = "cast(score as varchar(255))")
 * private Integer score;
 * }</pre>
 *
 * <p>Effective only while the migration that it belongs to is pending; afterwards it can go.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Backfill {

    /** A SQL expression over the columns of the table. */
    String value();

    /**
     * The way back: a SQL expression over the columns of the table after the migration for each {@link #reverseColumn}, in
     * the same order, which gives rows written since then a value for it.
     */
    String[] reverse() default {};

    /** The columns that {@link #reverse} computes, which go in the same edit; unless stated, the attribute's own. */
    String[] reverseColumn() default {};
}
