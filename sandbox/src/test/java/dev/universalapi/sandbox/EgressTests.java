package dev.universalapi.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.egress.Egress;
import dev.universalapi.egress.EgressException;
import dev.universalapi.egress.EgressLimits;
import dev.universalapi.providers.joke.RandomJoke;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Through the client that hosts use.
final class EgressTests {
    private final World world = new World();
    private final Egress egress = Egress.sandbox(world.address(), EgressLimits.DEFAULT);

    @AfterEach
    void stop() {
        egress.close();
        world.close();
    }

    @Test
    void reachesEveryProvider() throws Exception {
        for (var provider : World.CATALOGUE.providers()) {
            for (var offer : provider.offers()) {
                var query = World.answer(offer).query();

                var tried = world.ask(offer, query, Duration.ofSeconds(20));

                assertThat(tried.answer())
                        .as(provider.id() + " " + offer.operation() + " " + tried.attempt())
                        .isNotNull();
            }
        }
    }

    @Test
    void seesATruncatedAnswerAsBroken() throws Exception {
        world.caller().admin("PUT", "/sandbox/faults/jokeapi", "{\"kind\":\"truncate\"}");
        var request = World.request(World.offer("jokeapi", "joke/random"), new RandomJoke("en", null));

        assertThatThrownBy(() -> egress.send(request))
                .isInstanceOfSatisfying(
                        EgressException.class, e -> assertThat(e.kind()).isEqualTo(EgressException.Kind.BROKEN_ANSWER));
    }
}
