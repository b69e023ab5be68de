package dev.universalapi.platform.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;

/// Lays `defaults.yml` under everything an application sets itself, makes logs JSON unless people read
/// them, and a service with a database no readier than that.
final class PlatformDefaults implements EnvironmentPostProcessor {
    private static final String FILE = "dev/universalapi/platform/defaults.yml";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var sources = environment.getPropertySources();
        try {
            new YamlPropertySourceLoader()
                    .load("defaults of platform", new ClassPathResource(FILE))
                    .forEach(sources::addLast);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if ("json".equals(environment.getProperty("universal.observability.logs", "json"))) {
            sources.addLast(
                    new MapPropertySource("form of logs", Map.of("logging.structured.format.console", "logstash")));
        }
        if (environment.containsProperty("universal.database.url")) {
            sources.addLast(new MapPropertySource(
                    "readiness with database",
                    Map.of("management.endpoint.health.group.readiness.include", "readinessState,database")));
        }
    }
}
