package dev.universalapi.engine.attempt;

import dev.universalapi.engine.manifest.Credential;
import dev.universalapi.engine.token.Tokens;
import dev.universalapi.engine.token.Transport;
import java.time.InstantSource;

/// What calls go out into.
///
/// @param sandbox whether it is the sandbox, whose own headers are then believed
/// @param tokens the access tokens of all providers there
public record World(Transport transport, InstantSource clock, boolean sandbox, Tokens tokens) {

    /// Whether the operator's other base is called with this credential: an organisation's own is for the provider
    /// itself.
    boolean mayMove(Credential credential) {
        return !sandbox && credential.owner() != Credential.Owner.ORGANISATION;
    }

    /// One without a token yet.
    public World(Transport transport, InstantSource clock, boolean sandbox) {
        this(transport, clock, sandbox, new Tokens(transport, clock));
    }
}
