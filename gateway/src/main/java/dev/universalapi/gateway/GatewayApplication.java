package dev.universalapi.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The edge: limits, identity, routes; no domain.
@SpringBootApplication(proxyBeanMethods = false)
class GatewayApplication {

    static void main(String[] args) {
        SpringApplication.run(GatewayApplication.class, args);
    }
}
