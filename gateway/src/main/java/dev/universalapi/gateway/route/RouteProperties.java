package dev.universalapi.gateway.route;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which service answers what, and how the edge reaches and leaves the others.
///
/// @param services path prefixes by service, as it is named in discovery; the longest prefix wins;
///   `=/path` is that path alone, not what is below it
/// @param origins web origins that browsers may call from (CORS), `https://app.example`; none by default
/// @param avoid how long an instance that did not answer is asked last
/// @param remembered how long instances are still asked after discovery names none of their service any more
/// @param silence the longest pause inside an answer of a service; streams send a sign of life more often
/// @param waiting how many requests may wait for a connection to one instance
/// @param drain how long the door stays open after the edge left discovery and its readiness said so
@ConfigurationProperties("universal.gateway.route")
record RouteProperties(
        @DefaultValue Map<String, List<String>> services,
        @DefaultValue List<String> origins,
        @DefaultValue("5s") Duration avoid,
        @DefaultValue("60s") Duration remembered,
        @DefaultValue("60s") Duration silence,
        @DefaultValue("1000") int waiting,
        @DefaultValue("0s") Duration drain) {}
