package dev.universalapi.search;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/// Starts search-service. What it answers comes from provider-host, how it behaves from platform.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class SearchApplication {

    static void main(String[] arguments) {
        SpringApplication.run(SearchApplication.class, arguments);
    }
}
