package dev.universalapi.gateway.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What the edge takes from a caller.
///
/// @param address the longest path with query
/// @param headers all headers together
/// @param body the largest body, declared or counted
/// @param headerTime how long a request line with its headers may take to arrive
/// @param bodyTime how long a body may take to arrive
/// @param bodyPause the longest pause between two parts of a body
/// @param timeout how long a caller waits that does not say
/// @param longestTimeout the most a caller can ask for in `X-Request-Timeout-Ms`
/// @param grace how much longer the edge waits than the service, so that the service's own answer wins
/// @param margin how much longer than the longest time-out and the grace a call may hold its part of a quota; what a
///   gateway that died held is free again after that
@ConfigurationProperties("universal.gateway.limit")
record LimitProperties(
        @DefaultValue("8KB") DataSize address,
        @DefaultValue("16KB") DataSize headers,
        @DefaultValue("1MB") DataSize body,
        @DefaultValue("10s") Duration headerTime,
        @DefaultValue("30s") Duration bodyTime,
        @DefaultValue("10s") Duration bodyPause,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("30s") Duration longestTimeout,
        @DefaultValue("500ms") Duration grace,
        @DefaultValue("30s") Duration margin) {}
