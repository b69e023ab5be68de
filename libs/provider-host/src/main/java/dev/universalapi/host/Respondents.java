package dev.universalapi.host;

import dev.universalapi.engine.Providers;
import dev.universalapi.host.ProvidersProperties.Mode;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Caller;

/// Who is asked for a caller: engines of this process, or another host.
public interface Respondents {
    /// All providers, for that caller.
    ///
    /// @throws ProblemException for a test key where there is no sandbox
    Providers of(Caller caller);

    /// The mode of the caller's answers.
    Mode mode(Caller caller);
}
