package dev.universalapi.host;

import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.manifest.Terms;
import dev.universalapi.engine.operation.OperationType;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What there is to ask here, and whom.
///
/// @param mode `live` or `sandbox`, where the caller's answers come from
record Listing(String mode, List<ListedOperation> operations, List<ListedProvider> providers) {

    /// One operation.
    ///
    /// @param path as in its address, `/api/<path>`
    /// @param schema where its JSON Schema is
    /// @param providers who has it
    record ListedOperation(String path, String summary, int version, String schema, List<String> providers) {}

    /// One provider.
    ///
    /// @param available whether it would be asked: every key that it needs is there
    record ListedProvider(
            String id,
            String name,
            URI home,
            Terms terms,
            List<ListedCredential> credentials,
            boolean available,
            List<String> operations) {}

    /// One key of a provider, by name; its value is never shown.
    ///
    /// @param needed whether the provider cannot be asked without
    record ListedCredential(String name, boolean needed, boolean present) {}

    static Listing of(String mode, HostedOperations hosted, Catalogue catalogue, Secrets secrets) {
        var paths = hosted.all().stream().map(OperationType::path).collect(Collectors.toSet());
        var operations = hosted.all().stream()
                .map(type -> new ListedOperation(
                        type.path(),
                        type.summary(),
                        type.version(),
                        "/api/schemas/" + type.path(),
                        catalogue.offering(type.path()).stream()
                                .map(offer -> offer.provider())
                                .toList()))
                .toList();
        var providers = catalogue.providers().stream()
                .map(provider -> listed(provider, paths, secrets))
                .filter(provider -> !provider.operations().isEmpty())
                .toList();
        return new Listing(mode, operations, providers);
    }

    private static ListedProvider listed(Provider provider, Set<String> paths, Secrets secrets) {
        var credentials = provider.credentials().stream()
                .map(key -> new ListedCredential(
                        key.name(), key.needed(), secrets.find(key.name()).isPresent()))
                .sorted(java.util.Comparator.comparing(ListedCredential::name))
                .toList();
        var operations = provider.offers().stream()
                .map(offer -> offer.operation().path())
                .filter(paths::contains)
                .sorted()
                .toList();
        return new ListedProvider(
                provider.id(),
                provider.name(),
                provider.home(),
                provider.terms(),
                credentials,
                provider.missing(secrets).isEmpty(),
                operations);
    }
}
