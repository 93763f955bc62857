package dev.godwit.spring;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Offers {@link GodwitEndpoint} where the actuator is on the class path and the endpoint is exposed. */
@AutoConfiguration(after = GodwitAutoConfiguration.class)
@ConditionalOnClass({Endpoint.class, ConditionalOnAvailableEndpoint.class})
public final class GodwitEndpointAutoConfiguration {

    @Bean
    @ConditionalOnBean(GodwitMigrator.class)
    @ConditionalOnMissingBean
    @ConditionalOnAvailableEndpoint
    GodwitEndpoint godwitEndpoint(GodwitMigrator migrator) {
        return new GodwitEndpoint(migrator);
    }
}
