package dev.universalapi.gateway.limit;

import java.time.Duration;

/// How long a call may hold its part of a quota: longer than any answer takes to begin.
public record Lease(Duration length) {}
