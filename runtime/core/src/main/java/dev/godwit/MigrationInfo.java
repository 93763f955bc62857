package dev.godwit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A migration's place in history; the committed ledger says the same. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface MigrationInfo {

    /** The version: UTC time as {@code yyyyMMddHHmmss}. */
    String version();

    /** The version that this one follows; empty for the first. */
    String after() default "";

    /** A few words for people. */
    String description() default "";
}
