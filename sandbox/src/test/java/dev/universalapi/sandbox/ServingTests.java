package dev.universalapi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.mapping.Reading;
import dev.universalapi.engine.sample.Sample;
import dev.universalapi.providers.exchange.LatestRates;
import dev.universalapi.providers.weather.CurrentWeather;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class ServingTests {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final World world = new World();

    @AfterEach
    void stop() {
        world.close();
    }

    /// Where two samples of a provider are for one call, the second is served as it is told to be.
    @TestFactory
    Stream<DynamicTest> everyAnswerOfEveryProvider() {
        return World.CATALOGUE.providers().stream().flatMap(provider -> {
            var served = new HashMap<String, String>();
            return World.SAMPLES.of(provider.id()).stream()
                    .filter(Sample::ok)
                    .map(sample -> DynamicTest.dynamicTest(
                            provider.id() + " " + sample.place(), () -> serves(provider.id(), sample, served)));
        });
    }

    private void serves(String provider, Sample sample, Map<String, String> served) throws Exception {
        var offer = World.offer(provider, sample.operation().path());
        if (Exchanged.of(offer, sample).hiddenBy(served)) {
            world.tell(provider, sample);
        } else {
            world.lift(provider);
        }

        var tried = world.ask(offer, sample.query(), PATIENCE);

        assertThat(tried.answer())
                .as("%s", tried.attempt())
                .isInstanceOfSatisfying(
                        Reading.Answer.class,
                        answer -> assertThat(sample.differs(answer.value())).isEmpty());
        assertThat(tried.sample()).isNull();
    }

    /// They would be taken for secrets and redacted where a provider's own body is wanted.
    @Test
    void noSampleHoldsWhatStandsInForSecrets() {
        var secrets = List.of(
                Secrets.sandbox().find("ANY").orElseThrow(),
                String.valueOf(TokenAddresses.STAND_IN.get("access_token")));

        var bodies = World.CATALOGUE.providers().stream()
                .flatMap(provider -> World.SAMPLES.of(provider.id()).stream())
                .map(sample -> new String(sample.response().body(), StandardCharsets.UTF_8));

        assertThat(bodies).isNotEmpty().noneMatch(body -> secrets.stream().anyMatch(body::contains));
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
