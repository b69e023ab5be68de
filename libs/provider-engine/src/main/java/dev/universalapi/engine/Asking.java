package dev.universalapi.engine;

import dev.universalapi.engine.choice.Route;
import java.time.Instant;

/// On whose behalf a question is asked, and until when.
///
/// @param requestId names the request everywhere: logs, traces, receipt
/// @param organisation the owner of the receipt
/// @param deadline the moment after which an answer is worth nothing
/// @param route what the caller wants of the choice
public record Asking(String requestId, String organisation, Instant deadline, Route route) {}
