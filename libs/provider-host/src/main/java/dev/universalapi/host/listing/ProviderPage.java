package dev.universalapi.host.listing;

import dev.universalapi.engine.Insight;
import dev.universalapi.engine.drift.Drift;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.standing.Health;
import dev.universalapi.engine.standing.Standing;
import dev.universalapi.host.listing.Listing.ListedProvider;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One provider: what it is, and how it is doing by real calls of the replica that answers.
///
/// @param outcomes how often each came since the replica started
/// @param permits calls under way, and how many may be
/// @param quota what is left of it
/// @param shapes in which shape answers come, one an operation
public record ProviderPage(
        ListedProvider provider,
        Health health,
        Map<String, Long> outcomes,
        Standing.Room permits,
        Quota quota,
        List<Shape> shapes) {
    /// What is left of a provider's quota.
    ///
    /// @param left share, 0 to 1, of the scarcest one
    /// @param until when it may be asked again; null if it may be asked now
    public record Quota(double left, @Nullable Instant until) {}

    /// In which shape the answers of an operation come.
    ///
    /// @param fingerprint the same digits, the same shape
    /// @param drift what no longer comes as it should
    public record Shape(
            String operation,
            @Nullable String fingerprint,
            @Nullable Drift drift) {}

    public static ProviderPage of(ListedProvider provider, Insight insight, Map<Outcome, Long> outcomes) {
        return new ProviderPage(
                provider,
                insight.health(),
                labelled(outcomes),
                insight.room(),
                new Quota(insight.headroom().left(), insight.headroom().until()),
                insight.shapes().stream()
                        .map(shape -> new Shape(shape.operation(), shape.fingerprint(), shape.drift()))
                        .toList());
    }

    private static Map<String, Long> labelled(Map<Outcome, Long> outcomes) {
        var labelled = new TreeMap<String, Long>();
        outcomes.forEach((outcome, count) -> labelled.put(outcome.label(), count));
        return labelled;
    }
}
