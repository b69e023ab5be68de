package dev.universalapi.platform.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How settings that may change at run time are followed.
///
/// @param poll how often config-server is asked
/// @param connectTimeout how long a connection to config-server may take
/// @param readTimeout how long its answer may take
@ConfigurationProperties("universal.settings")
public record SettingsProperties(
        @DefaultValue("10s") Duration poll,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("3s") Duration readTimeout) {}
