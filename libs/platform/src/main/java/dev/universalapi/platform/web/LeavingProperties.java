package dev.universalapi.platform.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How an instance leaves.
///
/// @param linger how long it still takes requests after it has left discovery; as long as others may remember
///   it, where
///     nobody tries a failed request elsewhere
@ConfigurationProperties("universal.leaving")
record LeavingProperties(@DefaultValue("0s") Duration linger) {}
