package dev.universalapi.analytics.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How many may watch.
///
/// @param watchers at most of one organisation at one replica, 20
/// @param allWatchers at most of all organisations at one replica, 500
/// @param longest after which a stream ends, 1 hour
@ConfigurationProperties("universal.analytics.live")
record LiveProperties(
        @DefaultValue("20") int watchers,
        @DefaultValue("500") int allWatchers,
        @DefaultValue("1h") Duration longest) {}
