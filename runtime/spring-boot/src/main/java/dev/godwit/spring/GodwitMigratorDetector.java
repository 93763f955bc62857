package dev.godwit.spring;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;

/** Tells Spring Boot that {@link GodwitMigrator} initializes the database, so that what uses it waits. */
class GodwitMigratorDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

    @Override
    protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
        return Set.of(GodwitMigrator.class);
    }

    /** Before the scripts of {@code spring.sql.init}, as other migration tools. */
    @Override
    public int getOrder() {
        return 1;
    }
}
