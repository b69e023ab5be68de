package dev.universalapi.engine.manifest;

import dev.universalapi.engine.request.Site;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One provider, as its manifest says.
///
/// @param id the name of its folder
/// @param name what people read
/// @param home what people open
/// @param base the beginning of every address
/// @param credentials the `$NAME`s it knows, those it needs and those it can do without
/// @param quota parsed and kept; nothing counts it yet
/// @param quotaHeaders where it tells what is left of its quota
public record Provider(
        String id,
        String name,
        URI home,
        Terms terms,
        Site base,
        Set<Credential> credentials,
        List<Quota> quota,
        List<Quota.Header> quotaHeaders,
        List<Offer> offers) {

    /// A key that the operator may have.
    ///
    /// @param needed without it the provider is off
    public record Credential(String name, boolean needed) {}

    /// The names of all its credentials.
    public List<String> credentialNames() {
        return credentials.stream().map(Credential::name).sorted().toList();
    }

    /// Whether it can be asked without any key.
    public boolean keyless() {
        return credentials.stream().noneMatch(Credential::needed);
    }

    /// The name of a credential that is needed and not there; with one the provider is off.
    public Optional<String> missing(Secrets secrets) {
        return credentials.stream()
                .filter(Credential::needed)
                .map(Credential::name)
                .filter(name -> secrets.find(name).isEmpty())
                .sorted()
                .findFirst();
    }

    /// What it offers for an operation.
    public Optional<Offer> offer(String path) {
        return offers.stream()
                .filter(offer -> offer.operation().path().equals(path))
                .findFirst();
    }
}
