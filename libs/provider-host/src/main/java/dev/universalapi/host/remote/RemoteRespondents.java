package dev.universalapi.host.remote;

import dev.universalapi.engine.Providers;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.host.ProvidersProperties.Mode;
import dev.universalapi.host.Respondents;
import dev.universalapi.platform.security.Caller;

/// Another host, asked for every caller.
///
/// @param mode of that host
record RemoteRespondents(HostClient client, Operations operations, Mode mode) implements Respondents {
    @Override
    public Providers of(Caller caller) {
        return new RemoteProviders(
                client, operations, caller.environment(), mode(caller).label());
    }

    @Override
    public Mode mode(Caller caller) {
        return mode.of(caller);
    }
}
