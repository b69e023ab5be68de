package dev.universalapi.engine.attempt;

import dev.universalapi.engine.manifest.Provider;
import java.util.List;

/// One provider of a choice.
///
/// @param rungs one for each of its credentials
public record Step(Provider provider, List<? extends Rung> rungs) {
    public Step {
        rungs = List.copyOf(rungs);
    }
}
