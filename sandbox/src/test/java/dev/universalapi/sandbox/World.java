package dev.universalapi.sandbox;

import dev.universalapi.egress.EgressRequest;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.request.UnfillableException;
import dev.universalapi.engine.sample.Sample;
import dev.universalapi.engine.sample.Samples;
import dev.universalapi.providers.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;

/// The shipped catalogue and a sandbox that serves it.
final class World implements AutoCloseable {
    static final Catalogue CATALOGUE = Catalogue.load(Operations.beside(Content.class), Content.class);
    static final Samples SAMPLES = Samples.load(CATALOGUE, Content.class);

    private final Sandbox sandbox;
    private final Caller caller;

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
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + sandbox.port());
    }

    Caller caller() {
        return caller;
    }

    static Offer offer(String provider, String operation) {
        return CATALOGUE.provider(provider).orElseThrow().offer(operation).orElseThrow();
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
        caller.close();
        sandbox.close();
    }
}
