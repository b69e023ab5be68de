package dev.universalapi.platform.settings;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.StringUtils;

/// Settings that follow config-server. Not one bean depends on whether such a setting has a value.
@AutoConfiguration
@EnableConfigurationProperties(SettingsProperties.class)
public final class SettingsAutoConfiguration {

    @Bean
    LiveSettings liveSettings(ConfigurableEnvironment environment) {
        return new LiveSettings(environment);
    }

    @Bean
    LiveSettingsPoll liveSettingsPoll(
            LiveSettings settings, ConfigurableEnvironment environment, SettingsProperties properties) {
        return new LiveSettingsPoll(
                settings, new ConfigServerClient(addresses(environment), properties), properties.poll());
    }

    @Bean
    SettingsHealth settingsHealthIndicator(LiveSettings settings, LiveSettingsPoll poll) {
        return new SettingsHealth(settings, poll);
    }

    /// As the config client of Spring Cloud asks at start; none where it is switched off.
    private static List<URI> addresses(ConfigurableEnvironment environment) {
        if (!environment.getProperty("spring.cloud.config.enabled", Boolean.class, true)) {
            return List.of();
        }
        var application = environment.getProperty(
                "spring.cloud.config.name", environment.getProperty("spring.application.name", "application"));
        var active = environment.getActiveProfiles();
        var profiles = String.join(",", active.length > 0 ? active : environment.getDefaultProfiles());
        var servers = environment.getProperty("spring.cloud.config.uri", "http://localhost:8888");
        return Arrays.stream(StringUtils.commaDelimitedListToStringArray(servers))
                .map(server -> StringUtils.trimTrailingCharacter(server.strip(), '/'))
                .map(server -> URI.create(server + "/" + application + "/" + profiles))
                .toList();
    }
}
