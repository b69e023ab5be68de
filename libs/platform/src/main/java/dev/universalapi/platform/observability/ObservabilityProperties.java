package dev.universalapi.platform.observability;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What operators see.
///
/// @param logs `json`, one object a line, or `text` for people
@ConfigurationProperties("universal.observability")
public record ObservabilityProperties(@DefaultValue("json") Logs logs) {

    /// The form of a log line.
    public enum Logs {
        JSON,
        TEXT
    }
}
