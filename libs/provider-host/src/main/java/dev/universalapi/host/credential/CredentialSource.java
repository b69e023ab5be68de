package dev.universalapi.host.credential;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/// Where credentials are had from.
interface CredentialSource {
    /// The ids of the providers for which an organisation has one.
    ///
    /// @throws IOException if nobody can be asked
    Set<String> having(String organisation) throws IOException;

    /// That for a provider; empty where it is there no longer.
    ///
    /// @throws IOException if nobody can be asked
    Optional<Delivered> deliver(String organisation, String provider) throws IOException;

    /// Tells how one was found, `dead` or `well`.
    ///
    /// @throws IOException if nobody can be told
    void tell(String organisation, String provider, long version, String state) throws IOException;
}
