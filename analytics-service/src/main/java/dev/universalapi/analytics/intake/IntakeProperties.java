package dev.universalapi.analytics.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which usage is counted. What lies outside becomes a dead letter, to be looked at and replayed.
///
/// @param late how long after it happened usage may come, 35 days
/// @param early how far ahead of ours the clock of who tells of it may go, 1 hour
@ConfigurationProperties("universal.analytics.intake")
record IntakeProperties(
        @DefaultValue("35d") Duration late,
        @DefaultValue("1h") Duration early) {}
