package dev.universalapi.gateway.page;

import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What `GET /api/info` tells of this installation.
///
/// @param mode where answers to live keys come from, as the services behind were told: `live`, or `sandbox` where the
///     sandbox stands in for all providers
@ConfigurationProperties("universal.gateway.info")
record InfoProperties(@DefaultValue("live") Mode mode) {

    /// Where answers come from.
    enum Mode {
        /// Providers are really asked.
        LIVE,
        /// The sandbox stands in for them.
        SANDBOX;

        /// As `meta.mode` of answers says it.
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
