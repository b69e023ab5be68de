package dev.universalapi.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.cache.Freshness;
import dev.universalapi.engine.choice.Route;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.host.coordinate.Places;
import dev.universalapi.host.operation.HostedOperations;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTests extends AtelierTests {
    private static final String DIAL = "/api/tool/sundial";
    private static final Sundial AT_LYON = new Sundial(45.7578137, 4.8320114, 5);

    @Test
    void standsForCoordinates() throws Exception {
        var body = body(to(DIAL + "?place=Lyon").exchange(), 200);

        assertThat(providers.story()).containsExactly(new Atlas("Lyon", 1, "la"), AT_LYON);
        assertThat(body.at("/meta/place"))
                .hasToString(
                        "{\"name\":\"Lyon, France\",\"latitude\":45.7578137,\"longitude\":4.8320114,\"provider\":\"pigments\","
                                + "\"attribution\":null,\"receipt\":\"%s-place\",\"sample\":null}"
                                        .formatted(body.at("/meta/receipt").asString()));
    }

    @Test
    void standsInABodyToo() throws Exception {
        var body = body(post(DIAL, "{\"place\": \"Lyon\", \"hours\": 7}").exchange(), 200);

        assertThat(providers.asked()).isEqualTo(new Sundial(45.7578137, 4.8320114, 7));
        assertThat(body.at("/meta/place/name").asString()).isEqualTo("Lyon, France");
    }

    @Test
    void smallCoordinatesAreNoTrouble() throws Exception {
        body(to(DIAL + "?place=Equator").exchange(), 200);
        assertThat(providers.asked()).isEqualTo(new Sundial(0.0000001, 0, 5));

        body(post(DIAL, "{\"place\": \"Equator\"}").exchange(), 200);
        assertThat(providers.asked()).isEqualTo(new Sundial(0.0000001, 0, 5));
    }

    @Test
    void isFoundForTheSameCallerInTheSameTimeButByAnybodyAndFromWhatIsKept() throws Exception {
        body(
                to(DIAL + "?place=Lyon&raw=true")
                        .header("X-Route", "{\"only\":[\"pigments\"]}")
                        .header("Cache-Control", "no-cache")
                        .exchange(),
                200);

        var forPlace = providers.askings().getFirst();
        var forDial = providers.askings().getLast();
        assertThat(forPlace.organisation()).isEqualTo("guild");
        assertThat(forPlace.deadline()).isEqualTo(forDial.deadline());
        assertThat(forPlace.route()).isEqualTo(Route.ANY);
        assertThat(forPlace.freshness()).isEqualTo(Freshness.ANY);
        assertThat(forPlace.raw()).isFalse();
        assertThat(forDial.route().only()).containsExactly("pigments");
    }

    @Test
    void isFoundInADryRunToo() throws Exception {
        body(to(DIAL + "?place=Lyon&dryRun=true").exchange(), 200);

        assertThat(providers.story()).containsExactly(new Atlas("Lyon", 1, "la"));
        assertThat(providers.asked()).isEqualTo(AT_LYON);
    }

    @Test
    void isNullWhereCoordinatesWereSent() throws Exception {
        var body = body(to(DIAL + "?latitude=1&longitude=2").exchange(), 200);

        assertThat(body.at("/meta/place").isNull()).isTrue();
        assertThat(providers.story()).containsExactly(new Sundial(1, 2, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"latitude=1", "longitude=1", "latitude=1&longitude=2"})
    void status400WhereCoordinatesAreSentToo(String coordinates) throws Exception {
        var problem = problem(to(DIAL + "?place=Lyon&" + coordinates).exchange(), 400, "invalid-parameter");

        assertThat(problem.at("/errors/0/parameter").asString()).isEqualTo("place");
        assertThat(problem.path("detail").asString())
                .isEqualTo("place stands for latitude and longitude; send either it or both of them");
        assertThat(providers.story()).isEmpty();
    }

    @Test
    void status400WhereCoordinatesAreInTheBodyToo() throws Exception {
        var problem =
                problem(post(DIAL, "{\"place\": \"Lyon\", \"latitude\": 1}").exchange(), 400, "invalid-parameter");

        assertThat(problem.at("/errors/0/in").asString()).isEqualTo("body");
    }

    @Test
    void status400WhereNeitherIsSentSaysHow() throws Exception {
        var byAddress = problem(to(DIAL).exchange(), 400, "invalid-parameter");
        var byBody = problem(post(DIAL, "{}").exchange(), 400, "invalid-parameter");
        var half = problem(to(DIAL + "?latitude=1").exchange(), 400, "invalid-parameter");

        assertThat(byAddress.at("/errors/0/detail").asString())
                .isEqualTo("latitude is missing; it must be a number, or the name of a place must be sent instead");
        assertThat(byBody.at("/errors/1/detail").asString())
                .isEqualTo("longitude is missing; it must be a number, or the name of a place must be sent instead");
        assertThat(half.path("detail").asString()).isEqualTo("longitude is missing; it must be a number");
    }

    @Test
    void status400ForAnythingElseBeforeThePlaceIsAskedFor() throws Exception {
        problem(to(DIAL + "?place=Lyon&hours=10").exchange(), 400, "invalid-parameter");
        problem(to(DIAL + "?place=Lyon").header("X-Route", "none").exchange(), 400, "invalid-route");

        assertThat(providers.story()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "place=, 'place must be at least 1 characters long, was '",
        "place=Llanfairpwllgwyngyllgogerychwyrndrobwll, 'place must be at most 20 characters long, was Llanfairpwllgwyngyllgogerychwyrndrobwll'",
        "place=Lyon&place=Paris, place must be given once"
    })
    void status400ForWhatIsNoName(String place, String detail) throws Exception {
        var problem = problem(to(DIAL + "?" + place).exchange(), 400, "invalid-parameter");

        assertThat(problem.at("/errors/0/parameter").asString()).isEqualTo("place");
        assertThat(problem.path("detail").asString()).isEqualTo(detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"place\": 7}", "{\"place\": null}", "{\"place\": [\"Lyon\"]}"})
    void status400ForABodyWhosePlaceIsNoText(String body) throws Exception {
        var problem = problem(post(DIAL, body).exchange(), 400, "invalid-parameter");

        assertThat(problem.path("detail").asString()).isEqualTo("place must be a text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "\"Lyon\""})
    void status400ForABodyThatIsNoObject(String body) throws Exception {
        var problem = problem(post(DIAL, body).exchange(), 400, "invalid-parameter");

        assertThat(problem.at("/errors/0/parameter").asString()).isEqualTo("body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Atlantis", "Mars"})
    void status404WhereThereIsNoSuchPlace(String place) throws Exception {
        var problem = problem(to(DIAL + "?place=" + place).exchange(), 404, "not-found");

        assertThat(problem.path("detail").asString()).startsWith("There is no place " + place + " that anybody knows");
        assertThat(providers.story()).hasSize(1);
    }

    @Test
    void status404WhereNobodyKnowsIt() throws Exception {
        providers.refuse(ProblemType.NO_RESULT, null);

        problem(to(DIAL + "?place=Atlantis").exchange(), 404, "not-found");
    }

    @Test
    void whoCannotSayWhereItIsIsTheProblem() throws Exception {
        providers.refuse(ProblemType.PROVIDERS_RATE_LIMITED, Duration.ofSeconds(9));

        var problem = problem(to(DIAL + "?place=Lyon").exchange(), 429, "providers-rate-limited");

        assertThat(problem.path("detail").asString())
                .isEqualTo("Where the place is was not found out. Nobody wants to.");
        assertThat(problem.path("retryAfter").asInt()).isEqualTo(9);
        assertThat(problem.path("attempts")).hasSize(1);
        assertThat(providers.story()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/paint/colour?name=red&place=Lyon", "/api/tool/atlas?query=x&place=Lyon"})
    void status400WhereNoCoordinatesAreAsked(String address) throws Exception {
        var problem = problem(to(address).exchange(), 400, "invalid-parameter");

        assertThat(problem.path("detail").asString()).contains("place is not a parameter of");
    }

    @Test
    void placesHaveNoNamesWhereNobodyIsHostedWhoKnowsThem() {
        var hosted = new HostedOperations(Operations.of(Sundial.class), List.of());

        var places = new Places(hosted, "tool/atlas");

        assertThat(places.coordinates(hosted.all().getFirst())).isEmpty();
    }

    @Test
    void whoIsToKnowPlacesMustBeAbleTo() {
        var hosted = new HostedOperations(Operations.of(Sundial.class, Colour.class, Brush.class), List.of());

        assertThatThrownBy(() -> new Places(hosted, "tool/brush"))
                .hasMessageContaining("universal.providers.places names tool/brush");
        assertThatThrownBy(() -> new Places(hosted, "paint/colour"))
                .hasMessageContaining("universal.providers.places names paint/colour");
    }
}
