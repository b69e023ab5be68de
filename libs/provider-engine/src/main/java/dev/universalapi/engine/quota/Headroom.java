package dev.universalapi.engine.quota;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is left of a credential's quotas, as last known.
///
/// @param left the share, 0 to 1, of its scarcest quota; 1 where there is none
/// @param until when it may be asked again; null if it may be asked now
/// @param resting whether the provider wants to be left alone until then, rather than a quota being spent
public record Headroom(double left, @Nullable Instant until, boolean resting) {
    /// Nothing holds it back.
    public static final Headroom FREE = new Headroom(1, null, false);
}
