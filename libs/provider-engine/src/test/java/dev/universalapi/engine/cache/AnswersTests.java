package dev.universalapi.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.engine.cache.shelf.Shelf;
import dev.universalapi.engine.cache.shelf.Tide;
import dev.universalapi.engine.page.Cursor;
import dev.universalapi.engine.page.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class AnswersTests {
    private final FakeClock clock = new FakeClock();
    private final Replica replica = new Replica(clock, Shelf.NONE);

    @Test
    void asksOnceAndAnswersFromThenOn() {
        var first = replica.ask(replica.wanted());
        clock.pass(Duration.ofMinutes(9));

        var second = replica.ask(replica.wanted());

        assertThat(first).isEqualTo(new Served.Replied<>("reply 1", How.MISS));
        assertThat(second).isInstanceOfSatisfying(Served.Kept.class, kept -> {
            assertThat(kept.how()).isEqualTo(How.HIT);
            assertThat(kept.age()).isEqualTo(Duration.ofMinutes(9));
            assertThat(kept.entry().told()).isEqualTo(Tide.told("place 1", "shom"));
        });
        assertThat(replica.load.calls).hasValue(1);
    }

    @Test
    void keepsEachPageOfEachProviderByItself() {
        var asked = List.of(replica.wanted(), replica.at("shom", 2), replica.at("shom", 3), replica.at("noaa", 2));

        assertThat(asked).extracting(replica::how).containsOnly(How.MISS);
        assertThat(asked).extracting(replica::how).containsOnly(How.HIT);

        assertThat(replica.load.calls).hasValue(4);
    }

    @Test
    void keepsAPageThatIsOneOrganisationsFromOthers() {
        replica.load.keeping = FakeLoad.keeping(false, false, false, false);
        var cursor = new Cursor.Leading("shom", new Position(2, 0, "t", 0));
        replica.ask(Replica.at(replica.of("acme"), cursor));

        assertThat(replica.how(Replica.at(replica.of("acme"), cursor))).isEqualTo(How.HIT);
        assertThat(replica.how(Replica.at(replica.of("other"), cursor))).isEqualTo(How.MISS);
    }

    @Test
    void knowsPagesByTheirTokens() {
        var one = new Cursor.Leading("shom", new Position(2, 0, "a", 0));
        var other = new Cursor.Leading("shom", new Position(2, 0, "b", 0));

        assertThat(replica.how(Replica.at(replica.wanted(), one))).isEqualTo(How.MISS);
        assertThat(replica.how(Replica.at(replica.wanted(), other))).isEqualTo(How.MISS);
        assertThat(replica.how(Replica.at(replica.wanted(), one))).isEqualTo(How.HIT);
    }

    @Test
    void asksOnceForAThousandAtOnce() throws Exception {
        replica.load.hold();
        var callers = new ArrayList<Replica.Caller>();
        for (var i = 0; i < 1_000; i++) {
            callers.add(replica.call(replica.of("organisation " + i)));
        }
        replica.load.begun.await();
        replica.load.release();

        var hows = new ArrayList<How>();
        for (var caller : callers) {
            hows.add(caller.served().how());
        }

        assertThat(replica.load.calls).hasValue(1);
        assertThat(hows).isSubsetOf(How.MISS, How.SHARED, How.HIT).containsOnlyOnce(How.MISS);
        assertThat(replica.how(replica.wanted())).isEqualTo(How.HIT);
    }

    @Test
    void renewsOnceForAHundredHitsAfterTheSoftEnd() throws Exception {
        replica.ask(replica.wanted());
        clock.pass(Duration.ofMinutes(11));
        replica.load.hold();

        var hows = new ArrayList<How>();
        for (var i = 0; i < 100; i++) {
            hows.add(replica.call(replica.wanted()).served().how());
        }
        replica.load.release();
        while (replica.how(replica.wanted()) == How.STALE) {
            Thread.onSpinWait();
        }

        assertThat(hows).containsOnly(How.STALE);
        assertThat(replica.load.calls).hasValue(2);
    }

    @Test
    void letsARenewalThatFailedRest() throws Exception {
        replica.ask(replica.wanted());
        clock.pass(Duration.ofMinutes(11));
        replica.load.instead = Optional.of(new Loaded.Failed<>("sick", true));

        replica.ask(replica.wanted());
        waitForCalls(2);
        for (var i = 0; i < 10; i++) {
            assertThat(replica.how(replica.wanted())).isEqualTo(How.STALE);
        }
        assertThat(replica.load.calls).hasValue(2);

        clock.pass(Duration.ofSeconds(11));
        replica.ask(replica.wanted());
        waitForCalls(3);
    }

    private void waitForCalls(int number) {
        while (replica.load.calls.get() < number) {
            Thread.onSpinWait();
        }
    }

    @Test
    void asksAgainAfterTheHardEnd() {
        replica.ask(replica.wanted());
        clock.pass(Duration.ofMinutes(20));

        assertThat(replica.how(replica.wanted())).isEqualTo(How.MISS);
    }

    @Test
    void servesForADayWhereNobodyAnswers() {
        replica.ask(replica.wanted());
        replica.load.instead = Optional.of(new Loaded.Failed<>("sick", true));
        clock.pass(Duration.ofHours(23));

        var served = replica.ask(replica.wanted());

        assertThat(served).isInstanceOfSatisfying(Served.Kept.class, kept -> {
            assertThat(kept.how()).isEqualTo(How.ON_ERROR);
            assertThat(kept.failed()).isEqualTo("sick");
        });
        clock.pass(Duration.ofHours(1));
        assertThat(replica.ask(replica.wanted())).isEqualTo(new Served.Replied<>("sick", How.MISS));
    }

    @Test
    void servesNothingOldWhereTheQuestionIsAtFault() {
        replica.ask(replica.wanted());
        replica.load.instead = Optional.of(new Loaded.Failed<>("no such place", false));
        clock.pass(Duration.ofHours(2));

        assertThat(replica.ask(replica.wanted())).isEqualTo(new Served.Replied<>("no such place", How.MISS));
    }

    @Test
    void keepsNoFailure() {
        replica.load.instead = Optional.of(new Loaded.Failed<>("sick", true));

        replica.ask(replica.wanted());
        replica.ask(replica.wanted());

        assertThat(replica.load.calls).hasValue(2);
    }

    @Test
    void believesForTenSecondsThatThereIsNothing() {
        replica.load.instead = Optional.of(new Loaded.Nothing<>("nothing"));
        replica.ask(replica.wanted());
        clock.pass(Duration.ofSeconds(9));

        assertThat(replica.ask(replica.wanted())).isEqualTo(new Served.Replied<>("nothing", How.NOTHING));
        assertThat(replica.how(replica.saying("max-age=8"))).isEqualTo(How.MISS);
        assertThat(replica.how(replica.notBy("other"))).isEqualTo(How.MISS);
        clock.pass(Duration.ofSeconds(10));
        assertThat(replica.how(replica.wanted())).isEqualTo(How.MISS);
    }

    @Test
    void keepsAnEmptyAnswerForTenSeconds() {
        replica.load.keeping = FakeLoad.keeping(true, false, false, true);
        replica.ask(replica.wanted());
        clock.pass(Duration.ofSeconds(9));
        assertThat(replica.how(replica.wanted())).isEqualTo(How.HIT);

        clock.pass(Duration.ofSeconds(1));
        replica.load.instead = Optional.of(new Loaded.Failed<>("sick", true));

        assertThat(replica.how(replica.wanted())).isEqualTo(How.MISS);
    }

    @Test
    void keepsWhatCameAfterAFailureForThirtySeconds() {
        replica.load.keeping = FakeLoad.keeping(false, true, false, true);
        replica.ask(replica.wanted());
        clock.pass(Duration.ofSeconds(29));
        assertThat(replica.how(replica.wanted())).isEqualTo(How.HIT);

        clock.pass(Duration.ofSeconds(1));

        assertThat(replica.how(replica.wanted())).isEqualTo(How.MISS);
    }

    @Test
    void keepsNothingPartialOrForbiddenByTerms() {
        replica.load.keeping = FakeLoad.keeping(false, false, true, true);
        replica.ask(replica.wanted());
        replica.load.keeping = new Loaded.Keeping(Optional.empty(), false, false, false, true);
        replica.ask(replica.wanted());

        assertThat(replica.how(replica.wanted())).isEqualTo(How.MISS);
    }

    @Test
    void asksForEachCallerWhereNothingMayBeKept() {
        assertThat(replica.how(replica.notKeepable())).isEqualTo(How.BYPASS);
        assertThat(replica.how(replica.notKeepable())).isEqualTo(How.BYPASS);
        assertThat(replica.load.calls).hasValue(2);
    }

    @Test
    void doesAsCacheControlSays() {
        assertThat(replica.how(replica.saying("no-store"))).isEqualTo(How.BYPASS);
        assertThat(replica.how(replica.wanted())).isEqualTo(How.MISS);
        clock.pass(Duration.ofMinutes(2));
        assertThat(replica.how(replica.saying("max-age=120"))).isEqualTo(How.HIT);
        assertThat(replica.how(replica.saying("no-cache"))).isEqualTo(How.BYPASS);
        assertThat(replica.how(replica.saying("max-age=0"))).isEqualTo(How.HIT);
        clock.pass(Duration.ofSeconds(61));
        assertThat(replica.how(replica.saying("max-age=60"))).isEqualTo(How.MISS);
    }

    @Test
    void servesOnlyWhatSuitsTheCaller() {
        replica.ask(replica.wanted());
        replica.load.provider = "noaa";

        assertThat(replica.how(replica.notBy("shom"))).isEqualTo(How.MISS);
        assertThat(replica.how(replica.notBy("shom"))).isEqualTo(How.HIT);
        assertThat(replica.how(replica.wanted())).isEqualTo(How.HIT);
    }

    @Test
    void keepsPartitionsApart() {
        replica.ask(replica.privately());

        assertThat(replica.how(replica.wanted())).isEqualTo(How.MISS);
        assertThat(replica.how(replica.privately())).isEqualTo(How.HIT);
    }

    @Test
    void passesNothingOnThatTermsForbidToPassOn() throws Exception {
        replica.load.keeping = FakeLoad.keeping(false, false, false, false);
        replica.load.hold();
        var acme = replica.call(replica.of("acme"));
        replica.load.begun.await();
        var other = replica.call(replica.of("other"));
        while (other.thread().getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        replica.load.release();

        var served = List.of(acme.served(), other.served());

        assertThat(served)
                .containsExactly(new Served.Replied<>("reply 1", How.MISS), new Served.Replied<>("reply 2", How.MISS));
        assertThat(replica.how(replica.of("acme"))).isEqualTo(How.HIT);
        assertThat(replica.how(replica.of("third"))).isEqualTo(How.MISS);
    }

    @Test
    void carriesACallOnForThoseWhoWaitLonger() throws Exception {
        replica.load.hold();
        var hasty = replica.call(replica.within(Duration.ofMillis(1)));
        assertThat(hasty.served()).isEqualTo(new Served.Unanswered<>(How.LATE));
        assertThat(replica.load.deadline).isEqualTo(FakeClock.START.plus(Lifetimes.DEFAULT.load()));
        var patient = replica.call(replica.wanted());
        replica.load.release();

        assertThat(patient.served().how()).isIn(How.SHARED, How.HIT);
        assertThat(replica.load.calls).hasValue(1);
    }

    @Test
    void servesWhatIsOldWhenTheTimeIsUp() throws Exception {
        replica.ask(replica.wanted());
        clock.pass(Duration.ofHours(1));
        replica.load.hold();

        var hasty = replica.call(replica.within(Duration.ofMillis(1)));

        assertThat(hasty.served().how()).isEqualTo(How.ON_ERROR);
        replica.load.release();
    }

    @Test
    void interruptsACallWhenAllHaveLeft() throws Exception {
        replica.load.hold();
        var one = replica.call(replica.wanted());
        replica.load.begun.await();
        var other = replica.call(replica.wanted());
        while (other.thread().getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }

        one.thread().interrupt();
        assertThat(one.served()).isEqualTo(new Served.Unanswered<>(How.LEFT));
        assertThat(replica.load.interrupted.getCount()).isOne();
        other.thread().interrupt();

        assertThat(other.served()).isEqualTo(new Served.Unanswered<>(How.LEFT));
        assertThat(replica.load.interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        replica.load.release();
        assertThat(replica.how(replica.wanted())).isEqualTo(How.MISS);
    }

    @Test
    void tellsItsOwnCallerThatItWasInterrupted() {
        replica.load.hold();
        Thread.currentThread().interrupt();

        var how = replica.how(replica.wanted());

        assertThat(how).isEqualTo(How.LEFT);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void tellsThatAskingBrokeOff() {
        Load<String> broken = _ -> {
            throw new IllegalStateException("a bug");
        };

        assertThatThrownBy(() -> replica.answers.find(replica.wanted(), broken)).hasRootCauseMessage("a bug");
        assertThat(replica.how(replica.wanted())).isEqualTo(How.MISS);
    }

    @Test
    void sharesTheShelfWithOtherReplicas() throws Exception {
        var shelf = new FakeShelf();
        var one = new Replica(clock, shelf);
        var other = new Replica(clock, shelf);
        one.ask(one.wanted());
        shelf.put.await();
        clock.pass(Duration.ofMinutes(3));

        var served = other.ask(other.wanted());

        assertThat(served).isInstanceOfSatisfying(Served.Kept.class, kept -> {
            assertThat(kept.how()).isEqualTo(How.SHELF);
            assertThat(kept.age()).isEqualTo(Duration.ofMinutes(3));
            assertThat(kept.entry().told()).isEqualTo(Tide.told("place 1", "shom"));
        });
        assertThat(other.how(other.wanted())).isEqualTo(How.HIT);
        assertThat(other.load.calls).hasValue(0);
    }

    @Test
    void leavesRenewingToTheReplicaThatClaimedIt() throws Exception {
        var shelf = new FakeShelf();
        var one = new Replica(clock, shelf);
        var other = new Replica(clock, shelf);
        one.ask(one.wanted());
        shelf.put.await();
        other.ask(other.wanted());
        clock.pass(Duration.ofMinutes(11));
        shelf.claimedElsewhere = true;

        var hows = new ArrayList<How>();
        for (var i = 0; i < 100; i++) {
            hows.add(other.how(other.wanted()));
        }

        assertThat(hows).containsOnly(How.STALE);
        shelf.looked.await();
        assertThat(other.load.calls).hasValue(0);
    }

    @Test
    void takesWhatIsTooOldFromTheShelfOnlyWhereNobodyAnswers() throws Exception {
        var shelf = new FakeShelf();
        var one = new Replica(clock, shelf);
        var other = new Replica(clock, shelf);
        one.ask(one.wanted());
        shelf.put.await();
        clock.pass(Duration.ofHours(3));
        other.load.instead = Optional.of(new Loaded.Failed<>("sick", true));

        assertThat(other.how(other.wanted())).isEqualTo(How.ON_ERROR);
        assertThat(other.load.calls).hasValue(1);
    }

    @Test
    void asksPastTheShelfWhoeverItDoesNotSuit() throws Exception {
        var shelf = new FakeShelf();
        var one = new Replica(clock, shelf);
        var other = new Replica(clock, shelf);
        one.ask(one.wanted());
        shelf.put.await();
        clock.pass(Duration.ofMinutes(3));

        assertThat(other.how(other.saying("max-age=60"))).isEqualTo(How.MISS);
        assertThat(other.load.calls).hasValue(1);
    }

    @Test
    void goesStraightOnWhereTheShelfHangs() {
        var never = new CountDownLatch(1);
        var hanging = new Replica(clock, new Shelf() {
            @Override
            public Optional<byte[]> find(String key) {
                try {
                    never.await();
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
                return Optional.empty();
            }

            @Override
            public void put(String key, byte[] bytes, Duration life) {
                find(key);
            }

            @Override
            public boolean claims(String key, Duration life) {
                return find(key).isEmpty();
            }
        });

        assertThat(hanging.how(hanging.wanted())).isEqualTo(How.MISS);
        assertThat(hanging.how(hanging.wanted())).isEqualTo(How.HIT);
        never.countDown();
    }

    @Test
    void refusesSettingsThatCannotBe() {
        var d = Lifetimes.DEFAULT;
        var less = Duration.ofSeconds(-1);

        assertThatThrownBy(() -> new Lifetimes(0, 1, d.onError(), d.nothing(), d.degraded(), d.load(), d.rest(), 1))
                .hasMessageContaining("memoryPercent");
        assertThatThrownBy(() -> new Lifetimes(51, 1, d.onError(), d.nothing(), d.degraded(), d.load(), d.rest(), 1))
                .hasMessageContaining("memoryPercent");
        assertThatThrownBy(() -> new Lifetimes(1, -1, less, d.nothing(), d.degraded(), d.load(), d.rest(), 1))
                .hasMessageContaining("stale");
        assertThatThrownBy(() -> new Lifetimes(1, 101, less, d.nothing(), d.degraded(), d.load(), d.rest(), 1))
                .hasMessageContaining("stale");
        assertThatThrownBy(() -> new Lifetimes(1, 1, less, less, less, less, less, -1))
                .hasMessageContaining("onError");
        assertThat(Freshness.parse("max-age=x, max-age=, max-stale, max-age=99999999999")
                        .maxAge())
                .isEqualTo(Duration.ofSeconds(999_999_999));
        assertThat(Freshness.parse(" ")).isEqualTo(Freshness.parse(null)).isEqualTo(Freshness.ANY);
        assertThat(How.ON_ERROR.label()).isEqualTo("on-error");
    }
}
