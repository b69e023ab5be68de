package dev.universalapi.platform.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.client.serviceregistry.Registration;
import org.springframework.cloud.client.serviceregistry.ServiceRegistry;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/// Leaves discovery first, in every kind of application.
@AutoConfiguration
@EnableConfigurationProperties(LeavingProperties.class)
public final class LeavingAutoConfiguration {

    @Bean
    Leaving leaving(
            ApplicationContext context,
            ObjectProvider<ServiceRegistry<Registration>> registry,
            ObjectProvider<Registration> registration,
            LeavingProperties properties) {
        return new Leaving(context, registry, registration, properties.linger());
    }
}
