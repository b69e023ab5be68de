package dev.universalapi.host.measure;

import dev.universalapi.engine.Insight;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.outcome.Outcome;
import java.util.Map;

/// How the providers of an engine are doing.
public interface Insights {
    /// By real calls of this process.
    Insight of(Provider provider);

    /// How often each outcome came of a provider since the process started.
    Map<Outcome, Long> outcomes(String provider);
}
