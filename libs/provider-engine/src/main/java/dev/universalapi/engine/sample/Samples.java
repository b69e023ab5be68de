package dev.universalapi.engine.sample;

import dev.universalapi.engine.manifest.Catalogue;
import java.nio.file.Path;
import java.util.List;

/// The samples of a catalogue: `samples.yml` beside every manifest.
public final class Samples {

    private Samples() {}

    /// Those of all providers, from the folder `catalogue` at the root of the anchor's class path entry.
    ///
    /// @throws dev.universalapi.engine.manifest.ManifestException with everything that is wrong
    public static Samples load(Catalogue catalogue, Class<?> anchor) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Those of all providers, from a folder with a folder for each of them.
    ///
    /// @throws dev.universalapi.engine.manifest.ManifestException with everything that is wrong
    public static Samples load(Catalogue catalogue, Path folder) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// A provider's, in the order written.
    public List<Sample> of(String provider) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// A provider's for one operation, in the order written.
    public List<Sample> of(String provider, String operation) {
        throw new UnsupportedOperationException("not built yet");
    }
}
