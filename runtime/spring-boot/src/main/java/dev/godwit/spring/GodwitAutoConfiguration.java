package dev.godwit.spring;

import dev.godwit.Godwit;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ResourceLoader;

/** Migrates an application's database when it starts, before whatever uses it. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
        },
        beforeName = {
            "org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration"
        })
@ConditionalOnClass({SchemaManagementProvider.class, DatabaseInitializationDependencyConfigurer.class})
@ConditionalOnProperty(prefix = "godwit", name = "enabled", matchIfMissing = true)
@Conditional(GodwitAutoConfiguration.SomethingToMigrate.class)
@EnableConfigurationProperties(GodwitProperties.class)
@Import(DatabaseInitializationDependencyConfigurer.class)
public final class GodwitAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    GodwitMigrator godwitMigrator(
            GodwitProperties properties,
            ResourceLoader resources,
            @GodwitDataSource ObjectProvider<DataSource> marked,
            ObjectProvider<DataSource> own,
            ObjectProvider<GodwitCustomizer> customizers) {
        DataSource dataSource = new MigrationDataSource(properties)
                .choose(Optional.ofNullable(marked.getIfAvailable()), () -> Optional.ofNullable(own.getIfUnique()));
        Godwit godwit = Godwit.on(dataSource)
                .classLoader(resources.getClassLoader())
                .phase(properties.phase())
                .lockWait(properties.lockWait())
                .lockTimeout(properties.lockTimeout())
                .lock(properties.lock())
                .indexWait(properties.indexWait());
        godwit = properties.backfill() == GodwitProperties.Backfill.BACKGROUND ? godwit.backfillLater() : godwit;
        godwit = Optional.ofNullable(properties.statementLimit())
                .map(godwit::statementLimit)
                .orElse(godwit);
        godwit = Optional.ofNullable(properties.schema()).map(godwit::schema).orElse(godwit);
        for (GodwitCustomizer customizer : customizers.orderedStream().toList()) {
            godwit = customizer.customize(godwit);
        }
        return new GodwitMigrator(godwit);
    }

    /** Keeps Spring Boot from letting Hibernate create an embedded database's tables. */
    @Bean
    SchemaManagementProvider godwitSchemaManagementProvider() {
        return dataSource -> SchemaManagement.MANAGED;
    }

    /** A data source, or a URL of Godwit's own. */
    static final class SomethingToMigrate extends AnyNestedCondition {

        SomethingToMigrate() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnBean(DataSource.class)
        static final class OnDataSource {}

        @ConditionalOnProperty(prefix = "godwit", name = "url")
        static final class OnUrl {}
    }
}
