package dev.universalapi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.egress.Egress;
import dev.universalapi.egress.EgressLimits;
import dev.universalapi.egress.EgressRequest;
import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.attempt.Calling;
import dev.universalapi.engine.attempt.Tried;
import dev.universalapi.engine.kind.Form;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.request.UnfillableException;
import dev.universalapi.engine.sample.Sample;
import dev.universalapi.engine.sample.Samples;
import dev.universalapi.engine.token.Transport;
import dev.universalapi.providers.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/// The shipped catalogue and a sandbox that serves it.
final class World implements AutoCloseable {
    static final Catalogue CATALOGUE = Catalogue.load(Operations.beside(Content.class), Content.class);
    static final Samples SAMPLES = Samples.load(CATALOGUE, Content.class);

    private final Sandbox sandbox;
    private final Caller caller;
    private final Egress egress;
    private final Set<String> struck = ConcurrentHashMap.newKeySet();
    private final dev.universalapi.engine.attempt.World outside;

    World() {
        this(Recordings.of(CATALOGUE, SAMPLES));
    }

    World(Recordings recordings) {
        try {
            sandbox = Sandbox.start(0, CATALOGUE, recordings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        caller = new Caller(sandbox.port());
        egress = Egress.sandbox(address(), EgressLimits.DEFAULT);
        outside = new dev.universalapi.engine.attempt.World(Transport.by(egress), InstantSource.system(), true);
    }

    /// The whole conversation of one attempt, as the engine holds it: an access token, the call before, the call.
    Tried ask(Offer offer, Record query, Duration patience) {
        var provider = CATALOGUE.provider(offer.provider()).orElseThrow();
        var credential = Secrets.sandbox().credentials(provider).getFirst();
        return new Calling(offer, query, credential, outside).ask(patience);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + sandbox.port());
    }

    Caller caller() {
        return caller;
    }

    /// Has a provider say what a sample holds, whatever it is asked.
    void tell(String provider, Sample sample) throws IOException, InterruptedException {
        var told = Wire.JSON.createObjectNode().put("kind", "answer");
        written(told, sample.response());
        sample.first().ifPresent(first -> written(told.putObject("before"), first.response()));
        strike(provider, told.toString());
    }

    /// Has a provider suffer from a fault, as the sandbox is told it.
    void strike(String provider, String fault) throws IOException, InterruptedException {
        struck.add(provider);
        var response = caller.admin("PUT", "/sandbox/faults/" + provider, fault);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    /// Has it suffer no longer.
    void lift(String provider) throws IOException, InterruptedException {
        if (struck.remove(provider)) {
            caller.admin("DELETE", "/sandbox/faults/" + provider, "");
        }
    }

    private static void written(ObjectNode told, EgressResponse response) {
        var headers = told.put("status", response.status())
                .put("body", Base64.getEncoder().encodeToString(response.body()))
                .putObject("headers");
        response.headers().forEach((name, values) -> headers.put(name, values.getFirst()));
    }

    static Offer offer(String provider, String operation) {
        return CATALOGUE.provider(provider).orElseThrow().offer(operation).orElseThrow();
    }

    /// The first operation of a provider that takes a call and has an answer among its samples; one whose answer is
    /// read before one that brings bytes.
    static Optional<Offer> called(Provider provider) {
        return provider.offers().stream()
                .filter(Offer::calls)
                .filter(offer -> SAMPLES.of(offer.provider(), offer.operation().path()).stream()
                        .anyMatch(Sample::ok))
                .min(Comparator.comparing(offer -> !read(offer)));
    }

    /// Whether its answer is read: a picture is handed on as it is.
    static boolean read(Offer offer) {
        return offer.operation().form() == Form.RECORD;
    }

    static Sample answer(Offer offer) {
        return SAMPLES.of(offer.provider(), offer.operation().path()).stream()
                .filter(Sample::ok)
                .findFirst()
                .orElseThrow();
    }

    static EgressRequest request(Offer offer, Record query) throws UnfillableException {
        return offer.request(query, Secrets.sandbox(), Duration.ofSeconds(20));
    }

    @Override
    public void close() {
        egress.close();
        caller.close();
        sandbox.close();
    }
}
