package dev.universalapi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.mapping.Reading;
import dev.universalapi.engine.request.UnfillableException;
import dev.universalapi.engine.sample.Sample;
import dev.universalapi.providers.exchange.LatestRates;
import dev.universalapi.providers.weather.CurrentWeather;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class ServingTests {
    private final World world = new World();

    @AfterEach
    void stop() {
        world.close();
    }

    /// Of two samples for one call the first is served. Operations that need a call before are played whole by the
    /// proof `catalogue`.
    @TestFactory
    Stream<DynamicTest> everyAnswerOfEveryProvider() {
        return World.CATALOGUE.providers().stream().flatMap(provider -> {
            var seen = new HashSet<String>();
            return World.SAMPLES.of(provider.id()).stream()
                    .filter(Sample::ok)
                    .filter(sample -> sample.first().isEmpty())
                    .filter(sample -> seen.add(call(provider.id(), sample)))
                    .map(sample -> DynamicTest.dynamicTest(
                            provider.id() + " " + sample.place(), () -> serves(provider.id(), sample)));
        });
    }

    // without the host: the sandbox does not tell apart those of a hole, such as Wikipedia's languages
    private static String call(String provider, Sample sample) {
        try {
            var request = World.request(World.offer(provider, sample.operation().path()), sample.query());
            var address = request.uri().getRawPath() + "?" + request.uri().getRawQuery();
            return request.method() + " " + address + " " + new String(request.body(), StandardCharsets.UTF_8);
        } catch (UnfillableException e) {
            throw new AssertionError(sample.place() + " cannot be asked", e);
        }
    }

    private void serves(String provider, Sample sample) throws Exception {
        var offer = World.offer(provider, sample.operation().path());

        var response = world.caller().call(World.request(offer, sample.query()));

        var reading = offer.read(sample.query(), Caller.received(response));
        assertThat(reading).isInstanceOf(Reading.Answer.class);
        if (reading instanceof Reading.Answer answer) {
            assertThat(sample.differs(answer.value())).isEmpty();
        }
        assertThat(response.headers().firstValue(Wire.SAMPLE)).isEmpty();
    }

    @Test
    void answersAnotherQueryWithTheFirstSampleAndSaysSo() throws Exception {
        var offer = World.offer("open-meteo", "weather/current");
        var elsewhere = World.request(offer, new CurrentWeather(-12.05, -77.04));

        var response = world.caller().call(elsewhere);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue(Wire.SAMPLE))
                .hasValueSatisfying(header -> assertThat(Wire.JSON.readTree(header))
                        .isEqualTo(Wire.JSON.readTree("{\"latitude\": 48.85, \"longitude\": 2.35}")));
    }

    @Test
    void answersAQueryThatIsOnlyRecordedAsAFailureWithThatFailure() throws Exception {
        var offer = World.offer("frankfurter", "exchange/latest");
        var unknown = World.request(offer, new LatestRates("XXX"));

        var response = world.caller().call(unknown);

        assertThat(response.statusCode()).isEqualTo(404);
    }

    @Test
    void namesTheContentTypeOfItsBodies() throws Exception {
        var json = World.offer("open-meteo", "weather/current");
        var xml = World.offer("european-central-bank", "exchange/latest");

        var jsonResponse = world.caller().call(World.request(json, new CurrentWeather(48.85, 2.35)));
        var xmlResponse = world.caller().call(World.request(xml, new LatestRates("EUR")));

        assertThat(jsonResponse.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(xmlResponse.headers().firstValue("content-type")).hasValue("text/xml");
    }
}
