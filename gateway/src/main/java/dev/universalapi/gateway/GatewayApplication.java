package dev.universalapi.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The edge: limits, identity, routes; no domain.
@SpringBootApplication(proxyBeanMethods = false)
class GatewayApplication {

    /// How many buffers of an answer may wait for one caller. A slow reader of a stream would hold 128 of them.
    private static final int WAITING = 8;

    static void main(String[] args) {
        System.setProperty("reactor.netty.send.maxPrefetchSize", String.valueOf(WAITING));
        SpringApplication.run(GatewayApplication.class, args);
    }
}
