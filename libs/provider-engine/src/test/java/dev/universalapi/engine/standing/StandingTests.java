package dev.universalapi.engine.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.outcome.Outcome.Penalty;
import dev.universalapi.engine.trial.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StandingTests {
    private static final Duration TOOK = Duration.ofMillis(40);
    private static final Duration GIVEN = Duration.ofSeconds(4);

    private final VirtualTime time = new VirtualTime();
    private final Standing standing = new Standing("a", time, new Random(1), () -> Pace.DEFAULT, time);

    @Test
    void isUnknownAtFirst() {
        assertThat(standing.health()).isEqualTo(Health.UNKNOWN);
        assertThat(standing.room()).isEqualTo(new Standing.Room(0, 0));
        assertThat(standing.welcomes("k")).isTrue();
    }

    @Test
    void tellsHowItsCallsWent() throws InterruptedException {
        call("k", Outcome.OK);
        call("k", Outcome.MALFORMED);
        call("k", Outcome.TIMEOUT);

        assertThat(standing.health())
                .isEqualTo(new Health(3, 40, 40, 40, 0.25, 1 - 1.0 / 3, Health.Breaker.CLOSED, null, 1, true));
    }

    @ParameterizedTest
    @EnumSource
    void opensItsBreakerWhereTheProviderIsSick(Outcome outcome) throws InterruptedException {
        for (var i = 0; i < 5; i++) {
            if (standing.enter("k" + i, Duration.ZERO) instanceof Pass pass) {
                pass.settle(outcome, TOOK, GIVEN, null);
            }
        }

        var sick = outcome.penalty() == Penalty.PROVIDER;
        assertThat(standing.health().breaker() == Health.Breaker.OPEN).isEqualTo(sick);
        assertThat(standing.welcomes("k")).isEqualTo(!sick);
        assertThat(standing.room().inFlight()).isZero();
        if (sick) {
            assertThat(standing.health().openUntil())
                    .isBetween(time.instant().plusSeconds(4), time.instant().plusSeconds(6));
            assertThat(standing.health().share()).isZero();
            assertThat(standing.enter("k", Duration.ZERO)).isInstanceOfSatisfying(Entry.Barred.class, barred -> {
                assertThat(barred.outcome()).isEqualTo(Outcome.UNAVAILABLE);
                assertThat(barred.until()).isEqualTo(standing.health().openUntil());
            });
        }
    }

    @Test
    void takesNoPermitWhereTheBreakerLetsNoMoreProbesThrough() throws InterruptedException {
        open();
        time.pass(Duration.ofSeconds(7));
        pass("k");
        pass("k");
        pass("k");

        assertThat(standing.welcomes("k")).isTrue();
        assertThat(standing.enter("k", Duration.ZERO))
                .isInstanceOfSatisfying(
                        Entry.Barred.class, barred -> assertThat(barred.until()).isEqualTo(time.instant()));
        assertThat(standing.room().inFlight()).isEqualTo(3);
    }

    @Test
    void blamesNobodyForSilenceShorterThanItsOwnUsual() throws InterruptedException {
        call("k", Outcome.OK);
        for (var i = 0; i < 20; i++) {
            pass("k").settle(Outcome.TIMEOUT, Duration.ofMillis(39), Duration.ofMillis(39), null);
        }

        assertThat(standing.health().errorRate()).isZero();
        assertThat(standing.health().breaker()).isEqualTo(Health.Breaker.CLOSED);
        pass("k").settle(Outcome.TIMEOUT, TOOK, TOOK, null);
        assertThat(standing.health().errorRate()).isPositive();
    }

    @Test
    void opensItsBreakerWhereItIsSilentInARowThoughItWasSlowBefore() throws InterruptedException {
        wasSlowBefore();
        for (var i = 0; i < 9; i++) {
            pass("k").settle(Outcome.TIMEOUT, GIVEN, GIVEN, null);
        }
        assertThat(standing.health().errorRate()).isZero();
        assertThat(standing.health().breaker()).isEqualTo(Health.Breaker.CLOSED);

        pass("k").settle(Outcome.CANCELLED, Duration.ofSeconds(9), GIVEN, null);

        assertThat(standing.health().breaker()).isEqualTo(Health.Breaker.OPEN);
    }

    @Test
    void forgetsSilenceOnceItAnswers() throws InterruptedException {
        wasSlowBefore();
        for (var i = 0; i < 30; i++) {
            pass("k").settle(i % 10 == 9 ? Outcome.OK : Outcome.TIMEOUT, GIVEN, GIVEN, null);
        }

        assertThat(standing.health().breaker()).isEqualTo(Health.Breaker.CLOSED);
    }

    @Test
    void holdsNothingAgainstWhoIsLeftEarly() throws InterruptedException {
        wasSlowBefore();
        for (var i = 0; i < 20; i++) {
            pass("k").settle(Outcome.CANCELLED, GIVEN, GIVEN, null);
        }

        assertThat(standing.health().breaker()).isEqualTo(Health.Breaker.CLOSED);
    }

    @Test
    void takesAProbeThatAnotherOvertookForFailed() throws InterruptedException {
        call("k", Outcome.OK);
        for (var i = 0; i < 4; i++) {
            call("k", Outcome.UNAVAILABLE);
        }
        time.pass(Duration.ofSeconds(7));
        var probes = List.of(pass("k"), pass("k"), pass("k"));
        assertThat(standing.health().breaker()).isEqualTo(Health.Breaker.HALF_OPEN);

        probes.forEach(probe -> probe.settle(Outcome.CANCELLED, TOOK, GIVEN, null));

        assertThat(standing.health().breaker()).isEqualTo(Health.Breaker.OPEN);
        assertThat(standing.room().inFlight()).isZero();
    }

    // one in ten of its answers takes eight seconds, so that nearly all come within eight
    private void wasSlowBefore() throws InterruptedException {
        for (var i = 0; i < 20; i++) {
            pass("k").settle(Outcome.OK, i % 10 == 0 ? Duration.ofSeconds(8) : TOOK, GIVEN, null);
        }
    }

    @Test
    void blamesNobodyUnknownForAShortSilence() throws InterruptedException {
        pass("k").settle(Outcome.TIMEOUT, Duration.ofMillis(249), Duration.ofMillis(249), null);
        assertThat(standing.health().errorRate()).isZero();

        pass("k").settle(Outcome.TIMEOUT, Duration.ofMillis(250), Duration.ofMillis(250), null);

        assertThat(standing.health().errorRate()).isEqualTo(0.5);
    }

    @Test
    void learnsNothingFromACallThatWasNotMade() throws InterruptedException {
        pass("k").close();

        assertThat(standing.health()).isEqualTo(Health.UNKNOWN);
        assertThat(standing.room()).isEqualTo(new Standing.Room(0, 20));
    }

    @Test
    void countsEachCallOnce() throws InterruptedException {
        var settled = pass("k");
        var closed = pass("k");

        settled.settle(Outcome.OK, TOOK, GIVEN, null);
        settled.settle(Outcome.OK, TOOK, GIVEN, null);
        settled.close();
        closed.close();
        closed.close();
        closed.settle(Outcome.OK, TOOK, GIVEN, null);

        assertThat(standing.health().calls()).isEqualTo(1);
        assertThat(standing.room().inFlight()).isZero();
    }

    @Test
    void saysWhetherItHasAPermit() throws InterruptedException {
        for (var i = 0; i < 20; i++) {
            pass("k");
        }

        assertThat(standing.health().permit()).isFalse();
        assertThat(standing.enter("k", Duration.ZERO))
                .isEqualTo(new Entry.Barred(
                        Outcome.RATE_LIMITED, time.instant().plusSeconds(1), "too many calls to it are under way"));
        pass("other");
        assertThat(standing.health().permit()).isTrue();
        assertThat(standing.room()).isEqualTo(new Standing.Room(21, 40));
    }

    @Test
    void letsFewerThroughWhereCallsTimeOut() throws InterruptedException {
        for (var i = 0; i < 60; i++) {
            settleTogether(Outcome.OK, Duration.ofMillis(20));
        }
        var before = standing.room().limit();

        var passes = Stream.generate(this::tryPass).limit(before).toList();
        passes.forEach(pass -> pass.settle(Outcome.TIMEOUT, GIVEN, GIVEN, null));

        assertThat(standing.room().limit()).isLessThan(before);
    }

    @Test
    void learnsNoLimitFromACallThatWasNotGivenItsTime() throws InterruptedException {
        for (var i = 0; i < 60; i++) {
            settleTogether(Outcome.OK, Duration.ofMillis(100));
        }
        var before = standing.room().limit();

        var passes = Stream.generate(this::tryPass).limit(before).toList();
        passes.forEach(pass -> pass.settle(Outcome.TIMEOUT, GIVEN, Duration.ofMillis(99), null));
        settleTogether(Outcome.UNREACHABLE, GIVEN);

        assertThat(standing.room().limit()).isEqualTo(before);
    }

    @Test
    void restsAsAWholeWhereItSaysSo() throws InterruptedException {
        pass("k").settle(Outcome.UNAVAILABLE, TOOK, GIVEN, 60L);

        assertThat(standing.welcomes("other")).isFalse();
        assertThat(standing.health().breaker()).isEqualTo(Health.Breaker.OPEN);
        assertThat(standing.health().openUntil()).isEqualTo(time.instant().plusSeconds(60));
        assertThat(standing.health().share()).isZero();
        assertThat(standing.admit()).isFalse();
        assertThat(standing.enter("other", Duration.ZERO))
                .isEqualTo(new Entry.Barred(
                        Outcome.UNAVAILABLE,
                        time.instant().plusSeconds(60),
                        "the provider wants to be left alone until 2026-03-01T12:01:00Z"));

        time.pass(Duration.ofSeconds(60));
        assertThat(standing.welcomes("other")).isTrue();
        assertThat(standing.health().breaker()).isEqualTo(Health.Breaker.CLOSED);
        assertThat(standing.admit()).isTrue();
    }

    @Test
    void takesAWaitOfACredentialForTheCredentialsAlone() throws InterruptedException {
        pass("k").settle(Outcome.RATE_LIMITED, TOOK, GIVEN, 60L);

        assertThat(standing.welcomes("k")).isFalse();
        assertThat(standing.welcomes("other")).isTrue();
        assertThat(standing.health().breaker()).isEqualTo(Health.Breaker.CLOSED);
    }

    @Test
    void probesEarlyWhereAsked() throws InterruptedException {
        open();

        assertThat(standing.admit()).isTrue();

        assertThat(standing.welcomes("k")).isTrue();
        assertThat(standing.health().share()).isEqualTo(0.05);
    }

    @Test
    void knowsWhatIsSlow() throws InterruptedException {
        for (var i = 0; i < 19; i++) {
            call("k", Outcome.OK);
        }
        assertThat(standing.slow(20)).isEmpty();

        call("k", Outcome.OK);

        assertThat(standing.slow(20)).hasValue(TOOK);
    }

    @Test
    void givesTheTrialOfADeadCredentialToOne() throws InterruptedException {
        call("k", Outcome.DEAD_KEY);
        assertThat(standing.dead("k")).isTrue();
        assertThat(standing.dead("stranger")).isFalse();
        time.pass(Duration.ofMinutes(15));

        var first = standing.enter("k", Duration.ZERO);
        var second = standing.enter("k", Duration.ZERO);

        assertThat(first).isInstanceOf(Pass.class);
        assertThat(second)
                .isInstanceOfSatisfying(
                        Entry.Barred.class,
                        barred -> assertThat(barred.outcome()).isEqualTo(Outcome.DEAD_KEY));
        assertThat(standing.room().inFlight()).isEqualTo(1);
    }

    @Test
    void losesATrialThatIsTakenWhileItWaitsForAPermit() throws InterruptedException {
        for (var i = 0; i < 19; i++) {
            pass("k");
        }
        call("k", Outcome.DEAD_KEY);
        time.pass(Duration.ofMinutes(15));
        var last = pass("k");
        assertThat(last).isNotNull();
        time.pass(Duration.ofMinutes(1));
        var got = new ArrayList<Entry>();
        for (var i = 0; i < 2; i++) {
            time.start(() -> {
                try {
                    got.add(standing.enter("k", Duration.ofSeconds(9)));
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        time.sleep(Duration.ofMillis(1));

        last.close();
        time.sleep(Duration.ofSeconds(10));

        assertThat(got)
                .hasSize(2)
                .hasAtLeastOneElementOfType(Pass.class)
                .hasAtLeastOneElementOfType(Entry.Barred.class);
    }

    @Test
    void forgetsCredentialsThatAreGone() throws InterruptedException {
        call("k", Outcome.DEAD_KEY);

        standing.retain(List.of("new"));

        assertThat(standing.dead("k")).isFalse();
        assertThat(standing.welcomes("k")).isTrue();
    }

    @Test
    void forgetsNoneThatIsAnOrganisationsOwn() throws InterruptedException {
        call("own-k", Outcome.DEAD_KEY);

        standing.retain(List.of("new"));

        assertThat(standing.dead("own-k")).isTrue();
    }

    @Test
    void remembersAThousandCredentialsAndTheOnesAskedLast() throws InterruptedException {
        call("first", Outcome.DEAD_KEY);
        call("second", Outcome.DEAD_KEY);
        for (var i = 0; i < 998; i++) {
            call("k" + i, Outcome.OK);
        }
        assertThat(standing.welcomes("first")).isFalse();

        call("one more", Outcome.OK);

        assertThat(standing.dead("first")).isTrue();
        assertThat(standing.dead("second")).isFalse();
    }

    private void open() throws InterruptedException {
        for (var i = 0; i < 5; i++) {
            call("k", Outcome.UNAVAILABLE);
        }
        assertThat(standing.welcomes("k")).isFalse();
    }

    private void settleTogether(Outcome outcome, Duration took) {
        var passes = Stream.generate(this::tryPass)
                .limit(standing.room().limit() == 0 ? 20 : standing.room().limit())
                .toList();
        passes.forEach(pass -> pass.settle(outcome, took, GIVEN, null));
    }

    private Pass tryPass() {
        try {
            return pass("k");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void call(String credential, Outcome outcome) throws InterruptedException {
        pass(credential).settle(outcome, TOOK, GIVEN, null);
    }

    private Pass pass(String credential) throws InterruptedException {
        return (Pass) standing.enter(credential, Duration.ZERO);
    }
}
