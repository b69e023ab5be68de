package dev.universalapi.host;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.egress.Egress;
import dev.universalapi.engine.Providers;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.host.ProvidersProperties.Mode;
import dev.universalapi.host.measure.Insights;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Caller;
import java.util.Map;
import java.util.function.Supplier;

/// The engines of this host, one a mode; they share nothing but the catalogue. A test key never reaches the world.
public final class Engines implements Respondents, AutoCloseable {
    private final Mode mode;
    private final Supplier<Catalogue> catalogue;
    private final Map<Mode, Part> parts;

    /// One engine, how its providers are doing, the keys it uses, and its way out.
    record Part(Providers providers, Insights insights, Secrets secrets, Egress transport) {}

    Engines(Mode mode, Supplier<Catalogue> catalogue, Map<Mode, Part> parts) {
        this.mode = mode;
        this.catalogue = catalogue;
        this.parts = Map.copyOf(parts);
    }

    @Override
    public Providers of(Caller caller) {
        return part(caller).providers();
    }

    /// The keys that are used for a caller.
    Secrets secrets(Caller caller) {
        return part(caller).secrets();
    }

    /// How the providers are doing that are asked for a caller.
    Insights insights(Caller caller) {
        return part(caller).insights();
    }

    @Override
    public Mode mode(Caller caller) {
        return mode.of(caller);
    }

    /// The mode of the host.
    Mode mode() {
        return mode;
    }

    /// The keys that the host's own mode uses.
    Secrets secrets() {
        return part(mode).secrets();
    }

    /// The way out of the host's own mode.
    Egress transport() {
        return part(mode).transport();
    }

    /// Who can be asked now.
    public Catalogue catalogue() {
        return catalogue.get();
    }

    @Override
    public void close() {
        parts.values().forEach(part -> part.transport().close());
    }

    private Part part(Caller caller) {
        return part(mode(caller));
    }

    private Part part(Mode wanted) {
        var part = parts.get(wanted);
        if (part == null) {
            throw new ProblemException(
                    ProblemType.NO_PROVIDER, "Test keys are answered by the sandbox, and none is running here.");
        }
        return part;
    }
}
