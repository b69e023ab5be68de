package dev.universalapi.auth.request;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class RequestConfiguration {

    /// What all of this service goes by.
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    Creations creations(JdbcClient jdbc, JsonMapper json, InstantSource clock) {
        return new Creations(jdbc, json, clock);
    }
}
