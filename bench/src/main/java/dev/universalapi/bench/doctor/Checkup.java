package dev.universalapi.bench.doctor;

import dev.universalapi.bench.doctor.Finding.State;
import dev.universalapi.engine.attempt.Calling;
import dev.universalapi.engine.attempt.Tried;
import dev.universalapi.engine.attempt.World;
import dev.universalapi.engine.kind.Kind;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Credential;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.sample.Sample;
import dev.universalapi.engine.sample.Samples;
import dev.universalapi.engine.token.Transport;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Calls a provider once, by the query of its first sample.
final class Checkup {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Catalogue catalogue;
    private final Samples samples;
    private final Secrets secrets;
    private final Transport transport;
    private final InstantSource clock;
    private final @Nullable Notebook notebook;

    /// @param notebook where answers are written; null where they are not
    Checkup(
            Catalogue catalogue,
            Samples samples,
            Secrets secrets,
            Transport transport,
            InstantSource clock,
            @Nullable Notebook notebook) {
        this.catalogue = catalogue;
        this.samples = samples;
        this.secrets = secrets;
        this.transport = transport;
        this.clock = clock;
        this.notebook = notebook;
    }

    Finding examine(Provider provider) {
        var missing = provider.missing(secrets);
        if (missing.isPresent()) {
            return new Finding(provider.id(), "", State.NO_KEY, "$" + missing.get() + " is not set");
        }
        return question(provider)
                .map(sample ->
                        ask(provider, sample, secrets.credentials(provider).getFirst()))
                .orElseGet(() -> new Finding(
                        provider.id(), "", State.NOT_ASKED, "all it can do changes something, or needs no call"));
    }

    private Optional<Sample> question(Provider provider) {
        return samples.of(provider.id()).stream()
                .filter(Sample::ok)
                .filter(sample -> sample.operation().kind() == Kind.QUERY)
                .filter(sample ->
                        provider.offer(sample.operation().path()).orElseThrow().calls())
                .findFirst();
    }

    private Finding ask(Provider provider, Sample sample, Credential credential) {
        var offer = provider.offer(sample.operation().path()).orElseThrow();
        var listening = new Listening(transport);
        var world = new World(listening, clock, false);
        var tried = new Calling(offer, sample.query(), credential, world).ask(PATIENCE);
        var state = State.of(tried.attempt().outcome());
        var recorded =
                state == State.WORKS && notebook != null ? note(notebook, sample, tried, listening, credential) : "";
        return new Finding(provider.id(), sample.operation().path(), state, detail(tried) + recorded);
    }

    private static String note(
            Notebook notebook, Sample sample, Tried tried, Listening listening, Credential credential) {
        try {
            return ", "
                    + notebook.write(
                            sample,
                            tried,
                            listening.heard(),
                            credential.values().values());
        } catch (IOException e) {
            return ", and could not be recorded: " + e.getMessage();
        }
    }

    private static String detail(Tried tried) {
        var attempt = tried.attempt();
        var status = attempt.status() == null ? "" : " with " + attempt.status();
        var message = attempt.message() == null ? "" : ": " + attempt.message();
        return attempt.outcome().label() + status + " after " + attempt.millis() + " ms" + message;
    }

    Catalogue catalogue() {
        return catalogue;
    }
}
