package dev.godwit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a migration why one of its hazards is none here: {@code check} then tells the reason instead of the hazard.
 * No part of the fingerprint.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(AcceptedHazards.class)
public @interface AcceptedHazard {

    /** The hazard's code, such as {@code GW4109}. */
    String code();

    /** Why it is none, such as "the table has forty rows". */
    String why();
}
