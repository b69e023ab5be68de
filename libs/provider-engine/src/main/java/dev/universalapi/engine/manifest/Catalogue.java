package dev.universalapi.engine.manifest;

import dev.universalapi.engine.operation.Operations;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// All providers. Immutable: another one takes its place whole.
public final class Catalogue {
    private final Operations operations;
    private final Map<String, Provider> providers = new TreeMap<>();

    private Catalogue(Operations operations, List<Provider> providers) {
        this.operations = operations;
        providers.forEach(provider -> this.providers.put(provider.id(), provider));
    }

    /// From the folder `catalogue` at the root of the anchor's class path entry.
    ///
    /// @throws ManifestException with everything that is wrong
    public static Catalogue load(Operations operations, Class<?> anchor) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// From a folder with a folder for each provider.
    ///
    /// @throws ManifestException with everything that is wrong
    public static Catalogue load(Operations operations, Path folder) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// What can be asked, whether a provider has it or not.
    public Operations operations() {
        return operations;
    }

    /// Every provider, by id.
    public List<Provider> providers() {
        return List.copyOf(providers.values());
    }

    /// The provider of that id.
    public Optional<Provider> provider(String id) {
        return Optional.ofNullable(providers.get(id));
    }

    /// Everyone's offer for an operation, by provider id.
    public List<Offer> offering(String path) {
        return providers.values().stream().flatMap(p -> p.offer(path).stream()).toList();
    }

    /// The provider whose base covers a request's host; among several the one with the longest base path that
    /// fits.
    public Optional<Provider> at(String host, String path) {
        return providers.values().stream()
                .filter(p -> p.base().covers(host) && path.startsWith(p.base().path()))
                .max(java.util.Comparator.comparingInt(p -> p.base().path().length()));
    }
}
