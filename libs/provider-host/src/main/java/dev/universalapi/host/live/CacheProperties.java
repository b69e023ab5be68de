package dev.universalapi.host.live;

import dev.universalapi.engine.cache.Lifetimes;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How much is kept, and for how long; may change at run time. How long an answer is fresh, its manifest says.
///
/// @param memoryPercent of the heap for kept answers, 1 to 50
/// @param stale how long an answer serves while it is renewed, in parts of its fresh time
/// @param onError how long after it came an answer serves where nobody answers
/// @param nothing how long it is believed that there is nothing
/// @param degraded how long an answer serves that came after somebody else had failed
/// @param load how long a call is carried on for those who wait, however soon the first caller's time is up
/// @param rest how long a renewal that failed is not tried again
/// @param mostBytes of an answer's JSON; what is larger is not kept
@ConfigurationProperties("universal.live.cache")
public record CacheProperties(
        @DefaultValue("10") int memoryPercent,
        @DefaultValue("1") double stale,
        @DefaultValue("24h") Duration onError,
        @DefaultValue("10s") Duration nothing,
        @DefaultValue("30s") Duration degraded,
        @DefaultValue("5s") Duration load,
        @DefaultValue("5s") Duration rest,
        @DefaultValue("500000") int mostBytes) {
    public CacheProperties {
        var _ = new Lifetimes(memoryPercent, stale, onError, nothing, degraded, load, rest, mostBytes);
    }

    /// As the engine has it.
    public Lifetimes lifetimes() {
        return new Lifetimes(memoryPercent, stale, onError, nothing, degraded, load, rest, mostBytes);
    }
}
