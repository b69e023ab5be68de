package dev.universalapi.analytics;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts analytics-service, which counts usage and answers for it.
@SpringBootApplication(proxyBeanMethods = false)
class AnalyticsApplication {

    static void main(String[] arguments) {
        SpringApplication.run(AnalyticsApplication.class, arguments);
    }
}
