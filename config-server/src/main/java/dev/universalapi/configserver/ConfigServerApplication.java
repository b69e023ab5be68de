package dev.universalapi.configserver;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.cloud.config.server.EnableConfigServer;

/// Answers with the settings of an application, read afresh at each request.
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigServer
class ConfigServerApplication {

    static void main(String[] args) {
        builder().run(args);
    }

    /// Boot would otherwise take the shipped `config/application.yml`, meant for the others, as its own.
    static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(ConfigServerApplication.class)
                .properties("spring.config.location=classpath:/application.yml");
    }
}
