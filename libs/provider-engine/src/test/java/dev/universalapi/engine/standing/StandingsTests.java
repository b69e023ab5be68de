package dev.universalapi.engine.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.manifest.Credential;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.trial.Named;
import dev.universalapi.engine.trial.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandingsTests {
    private static final Duration TOOK = Duration.ofMillis(40);

    @TempDir
    Path folder;

    private final VirtualTime time = new VirtualTime();
    private final Standings standings = new Standings(time, new Random(1), () -> Pace.DEFAULT, time);

    @Test
    void keepsOneStandingForEachProvider() throws InterruptedException {
        call("a", "none", Outcome.OK);

        assertThat(standings.of("a")).isSameAs(standings.of("a"));
        assertThat(standings.health("a").calls()).isEqualTo(1);
        assertThat(standings.health("b")).isEqualTo(Health.UNKNOWN);
    }

    @Test
    void countsKeysThatAreThereAndThoseThatAreDead() throws Exception {
        var provider = Named.provider("acme", "ACME_KEY");
        assertThat(standings.keys(provider, Secrets.of(folder))).isEqualTo(new Keys(true, 0, 0));
        Files.writeString(folder.resolve("ACME_KEY"), "one\ntwo\n");
        var secrets = Secrets.of(folder);
        assertThat(standings.keys(provider, secrets)).isEqualTo(new Keys(true, 2, 0));

        call("acme", secrets.credentials(provider).getFirst().id(), Outcome.DEAD_KEY);

        assertThat(standings.keys(provider, secrets)).isEqualTo(new Keys(true, 2, 1));
        time.pass(Duration.ofMinutes(15));
        assertThat(standings.keys(provider, secrets)).isEqualTo(new Keys(true, 2, 0));
    }

    @Test
    void takesAChangedKeyForALivingOne() throws Exception {
        var provider = Named.provider("acme", "ACME_KEY");
        Files.writeString(folder.resolve("ACME_KEY"), "old");
        call("acme", Secrets.of(folder).credentials(provider).getFirst().id(), Outcome.DEAD_KEY);
        assertThat(standings.keys(provider, Secrets.of(folder)).usable()).isFalse();

        Files.writeString(folder.resolve("ACME_KEY"), "new");

        assertThat(standings.keys(provider, Secrets.of(folder))).isEqualTo(new Keys(true, 1, 0));
        assertThat(standings.of("acme").room().limit()).isZero();
    }

    @Test
    void needsNoKeyWhereTheProviderNeedsNone() throws IOException, InterruptedException {
        var provider = Named.provider("open");
        call("open", Credential.NONE.id(), Outcome.DEAD_KEY);

        assertThat(standings.keys(provider, Secrets.of(folder))).isEqualTo(new Keys(false, 0, 0));

        assertThat(standings.of("open").welcomes(Credential.NONE.id())).isFalse();
    }

    @Test
    void probesTheLeastBadEarly() throws InterruptedException {
        for (var i = 0; i < 5; i++) {
            call("a", "none", Outcome.TIMEOUT);
        }
        assertThat(standings.health("a").breaker()).isEqualTo(Health.Breaker.OPEN);

        assertThat(standings.admit("a")).isTrue();

        assertThat(standings.health("a").breaker()).isEqualTo(Health.Breaker.HALF_OPEN);
    }

    @Test
    void forgetsProvidersThatAreGone() throws InterruptedException {
        call("a", "none", Outcome.OK);
        call("b", "none", Outcome.OK);

        standings.retain(List.of("b", "c"));

        assertThat(standings.health("a")).isEqualTo(Health.UNKNOWN);
        assertThat(standings.health("b").calls()).isEqualTo(1);
    }

    private void call(String provider, String credential, Outcome outcome) throws InterruptedException {
        var entry = standings.of(provider).enter(credential, Duration.ZERO);
        ((Pass) entry).settle(outcome, TOOK, Duration.ofSeconds(4), null);
    }
}
