package dev.universalapi.search;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts search-service. What it answers comes from provider-host, how it behaves from platform.
@SpringBootApplication(proxyBeanMethods = false)
class SearchApplication {

    static void main(String[] arguments) {
        SpringApplication.run(SearchApplication.class, arguments);
    }
}
