package dev.universalapi.auth;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts auth-service, which knows who may do what.
@SpringBootApplication(proxyBeanMethods = false)
class AuthApplication {

    static void main(String[] arguments) {
        SpringApplication.run(AuthApplication.class, arguments);
    }
}
