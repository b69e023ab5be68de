package dev.universalapi.engine.sample;

import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.ManifestException;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.yaml.Folder;
import dev.universalapi.engine.yaml.Mistakes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The samples of a catalogue: `samples.yml` beside every manifest.
public final class Samples {
    private static final String FILE = "samples.yml";

    private final Map<String, List<Sample>> samples;

    private Samples(Map<String, List<Sample>> samples) {
        this.samples = samples;
    }

    /// Those of all providers, from the folders `catalogue/<provider id>` on the anchor's class path.
    ///
    /// @throws ManifestException with everything that is wrong
    public static Samples load(Catalogue catalogue, Class<?> anchor) {
        return load(catalogue, Folder.beside(anchor));
    }

    /// Those of all providers, from a folder with a folder for each of them.
    ///
    /// @throws ManifestException with everything that is wrong
    public static Samples load(Catalogue catalogue, Path folder) {
        return load(catalogue, Folder.of(folder));
    }

    /// Those of one provider alone, from the folders on the anchor's class path.
    ///
    /// @throws ManifestException with everything that is wrong
    public static Samples load(Provider provider, Class<?> anchor) {
        return load(List.of(provider), Folder.beside(anchor));
    }

    /// Those of one provider alone, from a folder with a folder for each of them.
    ///
    /// @throws ManifestException with everything that is wrong
    public static Samples load(Provider provider, Path folder) {
        return load(List.of(provider), Folder.of(folder));
    }

    private static Samples load(Catalogue catalogue, Folder folder) {
        return load(catalogue.providers(), folder);
    }

    private static Samples load(Collection<Provider> providers, Folder folder) {
        var samples = new TreeMap<String, List<Sample>>();
        var errors = new ArrayList<String>();
        for (var provider : providers) {
            var mistakes = new Mistakes(provider.id() + "/" + FILE);
            var read = folder.read(provider.id(), FILE)
                    .map(text -> new SampleReader(provider, folder, mistakes).read(text))
                    .orElse(List.of());
            samples.put(provider.id(), read);
            errors.addAll(mistakes.all());
        }
        if (!errors.isEmpty()) {
            throw new ManifestException(errors);
        }
        return new Samples(samples);
    }

    /// A provider's, in the order written.
    public List<Sample> of(String provider) {
        return samples.getOrDefault(provider, List.of());
    }

    /// A provider's for one operation, in the order written.
    public List<Sample> of(String provider, String operation) {
        return of(provider).stream()
                .filter(sample -> sample.operation().path().equals(operation))
                .toList();
    }
}
