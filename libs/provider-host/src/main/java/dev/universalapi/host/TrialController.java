package dev.universalapi.host;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.attempt.Calling;
import dev.universalapi.engine.attempt.World;
import dev.universalapi.engine.kind.Kind;
import dev.universalapi.engine.manifest.Credential;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.sample.Sample;
import dev.universalapi.engine.sample.Samples;
import dev.universalapi.engine.switching.Switches;
import dev.universalapi.engine.token.Transport;
import dev.universalapi.host.ProvidersProperties.Mode;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Badge;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.providers.Content;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Tries out what an organisation wants to bring to a provider: one call, by the query of the provider's first good
/// sample. Asked by auth-service alone.
@RestController
final class TrialController {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String NOT_ASKED = "not-asked";

    private final CurrentCatalogue catalogue;
    private final ProvidersProperties properties;
    private final Engines engines;
    private final Switches switches;

    TrialController(CurrentCatalogue catalogue, ProvidersProperties properties, Engines engines, Switches switches) {
        this.catalogue = catalogue;
        this.properties = properties;
        this.engines = engines;
        this.switches = switches;
    }

    /// @param values by the names of the provider's manifest
    record Wanted(@Nullable Map<String, String> values) {
        /// Nothing of the values, wherever it is written.
        @Override
        public String toString() {
            return "Wanted";
        }
    }

    /// @param outcome `ok`, `dead-key` and so on; `not-asked` where the provider has nothing without effect, or is
    ///   switched off
    /// @param operation that was asked
    /// @param message what the provider said, without secrets
    record Found(
            String outcome,
            @Nullable String operation,
            @Nullable String message) {}

    @PostMapping(
            path = "/internal/credentials/{provider}/verify",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Found verify(@PathVariable String provider, @RequestBody Wanted wanted, Caller caller) {
        if (!caller.scopes().contains(Badge.VERIFY)) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Credentials are tried out for auth-service alone.");
        }
        var known = catalogue
                .get()
                .provider(provider)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no provider of this id."));
        var values = Objects.requireNonNullElse(wanted.values(), Map.<String, String>of());
        check(known, values);
        return question(known)
                .filter(_ -> switches.provider(provider).isEmpty())
                .map(sample -> ask(known, sample, Credential.own(values, false)))
                .orElseGet(() -> new Found(NOT_ASKED, null, null));
    }

    private Found ask(Provider provider, Sample sample, Credential credential) {
        var path = sample.operation().path();
        var world =
                new World(Transport.by(engines.transport()), InstantSource.system(), engines.mode() == Mode.SANDBOX);
        var offer = provider.offer(path).orElseThrow();
        var attempt = new Calling(offer, sample.query(), credential, world)
                .ask(PATIENCE)
                .attempt();
        return new Found(attempt.outcome().label(), path, attempt.message());
    }

    private Optional<Sample> question(Provider provider) {
        return samples(provider).of(provider.id()).stream()
                .filter(Sample::ok)
                .filter(sample -> sample.operation().kind() == Kind.QUERY)
                .filter(sample ->
                        provider.offer(sample.operation().path()).orElseThrow().calls())
                .findFirst();
    }

    // read when one is needed: all of them together take more memory than anything else in this process
    private Samples samples(Provider provider) {
        var folder = properties.folder();
        return catalogue.own(provider) && folder != null
                ? Samples.load(provider, folder)
                : Samples.load(provider, Content.class);
    }

    private static void check(Provider provider, Map<String, String> values) {
        var names = new TreeSet<>(provider.credentialNames());
        if (names.isEmpty()) {
            throw ProblemException.invalid("values", "body", provider.id() + " is asked without a key");
        }
        if (!names.containsAll(values.keySet())) {
            throw ProblemException.invalid("values", "body", "%s knows only %s".formatted(provider.id(), names));
        }
        provider.credentials().stream()
                .filter(Provider.Credential::needed)
                .map(Provider.Credential::name)
                .filter(name -> !values.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw ProblemException.invalid("values", "body", "%s needs %s".formatted(provider.id(), name));
                });
    }
}
