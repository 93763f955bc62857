package dev.godwit.spring;

import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Binds {@link GodwitMetrics} where Micrometer is on the class path. */
@AutoConfiguration(after = GodwitAutoConfiguration.class)
@ConditionalOnClass(MeterBinder.class)
public final class GodwitMetricsAutoConfiguration {

    @Bean
    @ConditionalOnBean(GodwitMigrator.class)
    @ConditionalOnMissingBean
    GodwitMetrics godwitMetrics(GodwitMigrator migrator) {
        return new GodwitMetrics(migrator);
    }
}
