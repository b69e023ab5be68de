package dev.universalapi.engine.manifest;

import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.yaml.Folder;
import dev.universalapi.engine.yaml.Mistakes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All providers. Immutable: another one takes its place whole.
public final class Catalogue {
    private static final String MANIFEST = "provider.yml";

    private final Operations operations;
    private final Map<String, Provider> providers = new TreeMap<>();
    private final Map<String, List<Offer>> offers;

    private Catalogue(Operations operations, List<Provider> providers) {
        this.operations = operations;
        providers.forEach(provider -> this.providers.put(provider.id(), provider));
        this.offers = this.providers.values().stream()
                .flatMap(provider -> provider.offers().stream())
                .collect(Collectors.groupingBy(offer -> offer.operation().path(), Collectors.toUnmodifiableList()));
    }

    /// From the folders `catalogue/<provider id>` on the anchor's class path.
    ///
    /// @throws ManifestException with everything that is wrong
    public static Catalogue load(Operations operations, Class<?> anchor) {
        return load(operations, Folder.beside(anchor), Set.of(), false);
    }

    /// From a folder with a folder for each provider.
    ///
    /// @throws ManifestException with everything that is wrong
    public static Catalogue load(Operations operations, Path folder) {
        return load(operations, Folder.of(folder), Set.of(), false);
    }

    /// These providers, and those that an operator keeps in a folder with a folder for each: they take no id that is
    /// taken, name no secret of another provider, and no class of ours.
    ///
    /// @throws ManifestException with everything that is wrong
    public Catalogue with(Path folder) {
        var all = providers();
        var others =
                load(operations, Folder.of(folder), providers.keySet(), true).providers();
        var taken = others.stream()
                .filter(other -> providers.containsKey(other.id()))
                .map(other -> other.id() + "/" + MANIFEST + ":1: the catalogue has a provider " + other.id()
                        + "; name the folder otherwise")
                .toList();
        if (!taken.isEmpty()) {
            throw new ManifestException(taken);
        }
        return new Catalogue(
                operations, Stream.concat(all.stream(), others.stream()).toList());
    }

    private static Catalogue load(Operations operations, Folder folder, Set<String> beside, boolean guests) {
        var ids = new HashSet<>(beside);
        ids.addAll(folder.names());
        var origin = new Origin(guests, Set.copyOf(ids));
        var providers = new ArrayList<Provider>();
        var errors = new ArrayList<String>();
        for (var id : folder.names()) {
            var mistakes = new Mistakes(id + "/" + MANIFEST);
            var file = folder.bytes(id, MANIFEST, ManifestReader.MOST_BYTES + 1);
            if (file.isEmpty()) {
                mistakes.add(1, "there is no manifest in the folder " + id, "write one, or remove the folder");
            }
            file.flatMap(found -> new ManifestReader(id, origin, operations, mistakes).read(found))
                    .ifPresent(providers::add);
            errors.addAll(mistakes.all());
        }
        if (!errors.isEmpty()) {
            throw new ManifestException(errors);
        }
        return new Catalogue(operations, providers);
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
        return offers.getOrDefault(path, List.of());
    }

    /// The provider whose base covers a request's host; among several the one with the longest base path that
    /// fits.
    public Optional<Provider> at(String host, String path) {
        return providers.values().stream()
                .filter(p -> p.base().covers(host) && path.startsWith(p.base().path()))
                .max(Comparator.comparingInt(p -> p.base().path().length()));
    }
}
