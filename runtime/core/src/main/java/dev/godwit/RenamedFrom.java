package dev.godwit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that an entity, or one of its attributes, had another name: the differ then renames instead of dropping and
 * adding, in everything that derives from the name.
 *
 * <p>Effective only while the former name is in the snapshot and the new one is not; afterwards it can go.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface RenamedFrom {

    /** The former name of the attribute, or of the class (simple, or qualified where the package changed). */
    String value() default "";

    /** The former name of the column, where only the database name changed. */
    String column() default "";

    /** The former name of the table, where only the database name changed. */
    String table() default "";
}
