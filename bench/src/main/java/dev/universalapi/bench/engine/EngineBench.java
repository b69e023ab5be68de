package dev.universalapi.bench.engine;

import dev.universalapi.bench.trial.Report;
import dev.universalapi.bench.trial.Scale;
import dev.universalapi.bench.trial.Trial;
import dev.universalapi.egress.EgressRequest;
import dev.universalapi.egress.EgressResponse;
import dev.universalapi.egress.EgressStream;
import dev.universalapi.engine.Asking;
import dev.universalapi.engine.Engine;
import dev.universalapi.engine.Observer;
import dev.universalapi.engine.Reply;
import dev.universalapi.engine.Surroundings;
import dev.universalapi.engine.Tuning;
import dev.universalapi.engine.cache.Freshness;
import dev.universalapi.engine.cache.shelf.Shelf;
import dev.universalapi.engine.choice.Route;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.quota.Unlimited;
import dev.universalapi.engine.receipt.Receipts;
import dev.universalapi.engine.sample.Sample;
import dev.universalapi.engine.sample.Samples;
import dev.universalapi.engine.token.Transport;
import dev.universalapi.providers.Content;
import dev.universalapi.providers.weather.CurrentWeather;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// What the engine itself costs: an answer that is kept, a whole question that a provider answers at once, and the
/// mapping of the catalogue's bodies, the one nearest to 10 KB among them.
public final class EngineBench implements Trial {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String METEO = "open-meteo";
    private static final String RATES = "open-er-api";
    private static final int BODY = 10 * 1024;
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final CurrentWeather PARIS = new CurrentWeather(48.85, 2.35);
    private static final String WEATHER = "weather/current";

    @Override
    public String name() {
        return "engine";
    }

    @Override
    public void run(Report report, Scale scale) {
        var meter = new Meter(scale.of(20, 2), scale.of(21, 3), scale.of(2_000, 200));
        var operations = Operations.beside(Content.class);
        var catalogue = Catalogue.load(operations, Content.class);
        var samples = Samples.load(catalogue, Content.class);
        report.section("Without network, one thread, rounds of " + scale.of(2_000, 200));
        asking(report, meter, catalogue, sample(samples, METEO, WEATHER));
        var rates = sample(samples, RATES, "exchange/latest");
        mapping(report, meter, catalogue, rates);
    }

    private static Sample sample(Samples samples, String provider, String operation) {
        return samples.of(provider, operation).stream()
                .filter(sample -> sample.expected() instanceof Sample.Answer)
                .findFirst()
                .orElseThrow();
    }

    private static void asking(Report report, Meter meter, Catalogue catalogue, Sample sample) {
        EgressResponse response = sample.response();
        var clock = InstantSource.system();
        var around = new Surroundings(
                () -> catalogue,
                answering(response),
                Secrets.of(null),
                Receipts.inMemory(clock),
                new Unlimited(),
                Shelf.NONE,
                clock,
                "sandbox");
        var engine = new Engine(around, Tuning.DEFAULT, Observer.NONE);
        var only = new Route(List.of(), List.of(METEO), List.of());
        engine.ask(PARIS, asking(clock, 0, only, Freshness.ANY));
        report.figure(
                "a cache hit", meter.measure(turn -> engine.ask(PARIS, asking(clock, turn, only, Freshness.ANY))));
        var past = new Freshness(false, true, null);
        report.figure(
                "a full attempt, kept nowhere",
                meter.measure(turn -> engine.ask(PARIS, asking(clock, turn, only, past))));
        var reply = engine.ask(PARIS, asking(clock, 1, only, past));
        report.check("it is an answer", reply instanceof Reply.Answered<?>, reply.toString());
    }

    private static Transport answering(EgressResponse response) {
        return new Transport() {
            @Override
            public EgressResponse send(EgressRequest request) {
                return response;
            }

            @Override
            public EgressStream open(EgressRequest request, EgressStream.Limits limits) {
                throw new IllegalStateException("no stream is measured here");
            }
        };
    }

    private static Asking asking(InstantSource clock, int turn, Route route, Freshness freshness) {
        return new Asking("r" + turn, "bench", clock.instant().plus(LONG), route, freshness, null);
    }

    private static void mapping(Report report, Meter meter, Catalogue catalogue, Sample sample) {
        Offer offer = catalogue
                .provider(RATES)
                .flatMap(provider -> provider.offer(sample.operation().path()))
                .orElseThrow();
        var response = new EgressResponse(
                200, sample.response().headers(), grown(sample.response().body()));
        report.figure(
                "mapping a body of " + response.body().length + " bytes, a list of rates",
                meter.measure(_ -> offer.read(sample.query(), response)));
        var outcome = offer.read(sample.query(), response).outcome();
        report.check("it is an answer", outcome == Outcome.OK, outcome.label());
    }

    // the sample with as many more rates as make it 10 KB, since no sample is that long
    private static byte[] grown(byte[] body) {
        var json = JSON.readTree(body).asObject();
        var rates = json.withObject("/rates");
        for (var i = 0; JSON.writeValueAsBytes(json).length < BODY; i++) {
            rates.put("X%02d".formatted(i), 1.0 + i / 1000.0);
        }
        return JSON.writeValueAsBytes(json);
    }
}
