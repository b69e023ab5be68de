package dev.universalapi.discovery;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.netflix.eureka.server.EnableEurekaServer;
import org.springframework.context.annotation.Bean;

/// The registry of running instances.
@SpringBootApplication(proxyBeanMethods = false)
@EnableEurekaServer
class DiscoveryApplication {

    static void main(String[] args) {
        SpringApplication.run(DiscoveryApplication.class, args);
    }

    @Bean
    RegistryHealth registryHealthIndicator() {
        return new RegistryHealth();
    }
}
