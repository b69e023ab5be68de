package dev.universalapi.engine.credential;

import dev.universalapi.engine.manifest.Credential;

/// An organisation's own way to be known by a provider.
///
/// @param first whether it is used before the operator's, else after
public record OwnCredential(Credential credential, boolean first) {}
