package dev.universalapi.engine.attempt;

import dev.universalapi.egress.Egress;
import dev.universalapi.engine.token.Tokens;
import java.time.InstantSource;

/// What calls go out into.
///
/// @param sandbox whether it is the sandbox, whose own headers are then believed
/// @param tokens the access tokens of all providers there
public record World(Egress egress, InstantSource clock, boolean sandbox, Tokens tokens) {

    /// One without a token yet.
    public World(Egress egress, InstantSource clock, boolean sandbox) {
        this(egress, clock, sandbox, new Tokens(egress, clock));
    }
}
