package dev.universalapi.platform.observability;

import io.micrometer.core.instrument.config.MeterFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/// Metrics, traces and logs; most of it is settings in `defaults.yml`.
@AutoConfiguration
@EnableConfigurationProperties(ObservabilityProperties.class)
public final class ObservabilityAutoConfiguration {
    private static final int MOST_ROUTES = 200;

    /// A label whose values grow with the traffic would fill the memory: beyond this many routes none is added.
    @Bean
    MeterFilter boundedRoutes() {
        return MeterFilter.maximumAllowableTags("http.server.requests", "uri", MOST_ROUTES, MeterFilter.deny());
    }
}
