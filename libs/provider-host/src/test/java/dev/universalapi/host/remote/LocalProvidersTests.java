package dev.universalapi.host.remote;

import dev.universalapi.engine.Providers;

/// Providers that this process asks itself.
class LocalProvidersTests extends ProvidersContract {
    @Override
    Providers providers() {
        return respondents.of(CALLER);
    }
}
