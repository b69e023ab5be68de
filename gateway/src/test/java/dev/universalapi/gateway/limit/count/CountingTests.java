package dev.universalapi.gateway.limit.count;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.universalapi.contracts.event.gateway.QuotaReached;
import dev.universalapi.gateway.limit.plan.Period;
import dev.universalapi.gateway.limit.plan.Quota;
import dev.universalapi.gateway.limit.plan.Rate;
import dev.universalapi.gateway.limit.quota.Counter;
import dev.universalapi.gateway.limit.quota.Used;
import dev.universalapi.gateway.limit.rate.Line;
import dev.universalapi.gateway.limit.redis.RedisLink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CountingTests {
    private static final Line TEN_A_MINUTE = Line.of("", "o", new Rate(10, Duration.ofMinutes(1), null));

    private final CountingHouse house = new CountingHouse(3);

    @AfterEach
    void close() {
        house.close();
    }

    private static Line aMinute(long requests) {
        return Line.of("", "o", new Rate(requests, Duration.ofMinutes(1), null));
    }

    private Counter aMonth(long amount) {
        return Counter.of("", "o", new Quota(amount, Period.MONTH, null, true), house.now);
    }

    private Counter aDay(long amount) {
        return Counter.of("", "o", new Quota(amount, Period.DAY, null, true), house.now);
    }

    private Verdict call(String id, Counter... quotas) {
        return house.verdict(house.ask(id, List.of(), List.of(quotas)));
    }

    private void use(int calls, Counter... quotas) {
        for (var i = 0; i < calls; i++) {
            ((Verdict.Admitted) call("used" + calls + "of" + i, quotas)).hold().end(true);
        }
        var used = quotas[0];
        await().until(() -> left(used) == used.limit() - calls);
    }

    private long left(Counter quota) {
        return house.gateways
                .getFirst()
                .counting()
                .look(house.ask("look", List.of(), List.of(quota)))
                .join()
                .standings()
                .getFirst()
                .left();
    }

    /// The first call finds that nobody knows what was used, and has it counted.
    private void settleIn() {
        call("first", aMonth(1_000_000));
        await().until(() -> house.meters
                        .get("limits.recounts")
                        .tag("outcome", "done")
                        .counter()
                        .count()
                > 0);
    }

    @Test
    void threeGatewaysTogetherLetInExactlyTheLimit() {
        var admitted = house.flood(1_000, i -> house.ask("call" + i, List.of(TEN_A_MINUTE), List.of()));

        assertThat(admitted).isEqualTo(10);
    }

    @Test
    void whatOneRateRefusesCountsInNone() {
        var wide = Line.of("", "o", new Rate(100, Duration.ofHours(1), null));
        house.flood(300, i -> house.ask("call" + i, List.of(wide, TEN_A_MINUTE), List.of()));

        var standing = house.gateways
                .getFirst()
                .counting()
                .look(house.ask("look", List.of(wide, TEN_A_MINUTE), List.of()))
                .join()
                .standings();

        assertThat(standing).extracting(Standing::left).containsExactly(90L, 0L);
    }

    @Test
    void whatAQuotaRefusesCountsInNoRate() {
        settleIn();
        var verdict = (Verdict.Admitted) house.verdict(house.ask("one", List.of(TEN_A_MINUTE), List.of(aDay(1))));
        verdict.hold().end(true);
        await().until(() -> left(aDay(1)) == 0);

        var refused = house.verdict(house.ask("two", List.of(TEN_A_MINUTE), List.of(aDay(1))));

        assertThat(refused).isInstanceOf(Verdict.UsedUp.class);
        assertThat(refused.standings().getFirst().left()).isEqualTo(9);
    }

    @Test
    void tellsWhenARateHasRoomAndRemembersUntilThen() {
        house.flood(30, i -> house.ask("call" + i, List.of(aMinute(10)), List.of()));

        var refused = (Verdict.TooFast) house.verdict(house.ask("again", List.of(aMinute(10)), List.of()));
        var counting = house.gateways.getFirst().counting();

        assertThat(refused.again()).isBetween(Duration.ofMillis(1), Duration.ofMinutes(2));
        assertThat(counting.known(house.ask("next", List.of(aMinute(10)), List.of())))
                .isPresent();
        assertThat(counting.known(house.ask("next", List.of(aMinute(20)), List.of())))
                .isEmpty();
        assertThat(house.verdict(house.ask("more", List.of(aMinute(20)), List.of())))
                .isInstanceOf(Verdict.Admitted.class);
    }

    @Test
    void reservationsOfAllGatewaysTogetherAreExactlyTheQuota() {
        settleIn();

        var admitted = house.flood(1_200, i -> house.ask("call" + i, List.of(), List.of(aMonth(1_000))));

        assertThat(admitted).isEqualTo(1_000 - 1); // the one that settled in is still under way
    }

    /// Calls of one gateway, one after the other, so fast that some are counted ahead.
    private List<Verdict.Admitted> follow(int calls, Counter quota) {
        var admitted = new ArrayList<Verdict.Admitted>();
        for (var i = 0; i < calls; i++) {
            admitted.add((Verdict.Admitted) call("next" + i, quota));
        }
        return admitted;
    }

    private long held(Counter quota) {
        var field = "h/" + quota.field();
        return house.gateways
                .getFirst()
                .link()
                .ask(redis -> redis.hget(counts().getBytes(UTF_8), field.getBytes(UTF_8)))
                .thenApply(held -> Long.parseLong(new String(held, UTF_8)))
                .join();
    }

    private String counts() {
        return house.ask("x", List.of(), List.of()).counts();
    }

    @Test
    void whoCallsOftenIsCountedAheadAndUsesWhatItUses() {
        settleIn();
        var quota = aDay(1_000_000);

        var admitted = follow(300, quota);
        var trips = house.gateways
                .getFirst()
                .link()
                .ask(redis -> redis.zcard((counts() + ":leases").getBytes(UTF_8)))
                .join();
        admitted.subList(0, 100).forEach(one -> one.hold().end(false));
        admitted.subList(100, 300).forEach(one -> one.hold().end(true));

        await().until(() -> {
            house.gateways.getFirst().credits().tend();
            return left(quota) == 1_000_000 - 200 && held(quota) == 0;
        });
        assertThat(trips).isLessThan(150);
        assertThat(admitted.getLast().standings().getFirst().left()).isBetween(1_000_000 - 600L, 1_000_000 - 300L);
    }

    @Test
    void nobodyIsCountedAheadWhereLittleIsLeft() {
        settleIn();
        var quota = aDay(1_999);

        follow(100, quota);

        assertThat(held(quota)).isEqualTo(100);
    }

    @Test
    void whatWasCountedAheadIsGivenBackWhenNobodyComes() {
        settleIn();
        var quota = aDay(1_000_000);

        follow(50, quota);

        await().until(() -> {
            house.gateways.getFirst().credits().tend();
            return held(quota) == 50;
        });
    }

    @Test
    void whatADeadGatewayCountedAheadIsFreeAfterItsLease() {
        settleIn();
        var quota = aDay(1_000_000);
        for (var i = 0; i < 50; i++) {
            house.verdict(
                    new Ask("org_acme", "dead" + i, List.of(), List.of(quota), Duration.ofMillis(300), house.now));
        }

        assertThat(left(quota)).isLessThanOrEqualTo(1_000_000 - 50);
        await().until(() -> left(quota) == 1_000_000 && held(quota) == 0);
    }

    @Test
    void nothingIsCountedAheadBeyondTheLimit() {
        settleIn();

        var quota = aMonth(10_001); // the one that settled in is still under way
        var admitted = new AtomicLong(house.flood(12_000, i -> house.ask("call" + i, List.of(), List.of(quota))));

        await().until(() -> {
            house.gateways.forEach(gateway -> gateway.credits().tend());
            admitted.addAndGet(house.flood(10, i -> house.ask("more" + admitted + i, List.of(), List.of(quota))));
            return admitted.get() >= 10_000;
        });
        assertThat(admitted).hasValue(10_000);
        assertThat(call("last", quota)).isInstanceOf(Verdict.UsedUp.class);
    }

    @Test
    void whatDoesNotCountIsFreeAgain() {
        settleIn();
        var held = (Verdict.Admitted) call("one", aDay(1));

        var meanwhile = (Verdict.UsedUp) call("two", aDay(1));
        held.hold().end(false);

        assertThat(meanwhile.again()).isEqualTo(Duration.ofSeconds(1));
        await().until(() -> call("three", aDay(1)) instanceof Verdict.Admitted);
    }

    @Test
    void anEndIsCountedOnce() {
        settleIn();
        var ask = house.ask("one", List.of(), List.of(aDay(10)));
        house.verdict(ask);
        var held = Settling.Held.of(ask);

        var first = house.scripts().settle(held, 1, 1).join();
        var second = house.scripts().settle(held, 1, 1).join();

        assertThat(first).containsExactly(1, 1, 1);
        assertThat(second).containsExactly(0, 0);
        assertThat(left(aDay(10))).isEqualTo(9);
    }

    @Test
    void theSameCallTwiceHoldsOnce() {
        settleIn();

        var first = call("same", aDay(10));
        var second = call("same", aDay(10));

        assertThat(first).isInstanceOf(Verdict.Admitted.class);
        assertThat(second).isInstanceOf(Verdict.Admitted.class);
        assertThat(left(aDay(10))).isEqualTo(9);
    }

    @Test
    void whatADeadGatewayHeldIsFreeAfterItsLeaseAndCountsIfItEndsLater() {
        settleIn();
        var quota = aDay(1);
        var ask = new Ask("org_acme", "dead", List.of(), List.of(quota), Duration.ofMillis(50), house.now);
        var held = (Verdict.Admitted) house.verdict(ask);

        await().until(() -> call("alive", quota) instanceof Verdict.Admitted);
        held.hold().end(true);

        await().until(() -> house.meters.get("limits.settled.late").counter().count() == 1);
        assertThat(call("next", quota)).isInstanceOf(Verdict.UsedUp.class);
    }

    @Test
    void aQuotaBeginsAnewWithItsPeriod() {
        settleIn();
        use(3, aDay(3), aMonth(1_000));
        var before = (Verdict.UsedUp) call("late", aDay(3), aMonth(1_000));

        house.now = Period.DAY.end(house.now).plusSeconds(1);
        var after = call("early", aDay(3), aMonth(1_000));

        assertThat(before.again()).isLessThanOrEqualTo(Duration.ofDays(1));
        assertThat(after).isInstanceOf(Verdict.Admitted.class);
    }

    @Test
    void aSoftQuotaOnlyCounts() {
        settleIn();
        var soft = Counter.of("", "o", new Quota(2, Period.DAY, null, false), house.now);

        for (var i = 0; i < 5; i++) {
            assertThat(call("soft" + i, soft)).isInstanceOf(Verdict.Admitted.class);
        }
    }

    @Test
    void warnsOnceAtEachMark() {
        settleIn();
        var quota = aDay(100);

        for (var i = 0; i < 100; i++) {
            var verdict = house.gateways
                    .get(i % 3)
                    .counting()
                    .ask(house.ask("call" + i, List.of(), List.of(quota)))
                    .join();
            ((Verdict.Admitted) verdict).hold().end(true);
        }

        await().until(() -> house.told.size() >= 4);
        assertThat(house.told)
                .extracting(event -> ((QuotaReached) event).percent())
                .containsExactlyInAnyOrder(50, 80, 95, 100);
    }

    @Test
    void withoutRedisEachGatewayLetsInItsShareAndComesBackAtOnce() {
        house.redis.stop();
        house.awaitState(RedisLink.State.AWAY);

        var alone = house.flood(300, i -> house.ask("call" + i, List.of(aMinute(9)), List.of()));
        house.redis.resume();
        house.awaitState(RedisLink.State.CONNECTED);
        var together = house.flood(300, i -> house.ask("back" + i, List.of(aMinute(9)), List.of()));

        assertThat(alone).isEqualTo(9);
        assertThat(together).isEqualTo(9);
    }

    @Test
    void withoutRedisWhatWasLeftOfAQuotaIsSharedAndToldAfterwards() {
        settleIn();
        use(70, aDay(100));
        house.redis.stop();
        house.awaitState(RedisLink.State.AWAY);

        var admitted = new ArrayList<Verdict.Admitted>();
        for (var i = 0; i < 30; i++) {
            if (call("alone" + i, aDay(100)) instanceof Verdict.Admitted in) {
                admitted.add(in);
            }
        }
        admitted.forEach(in -> in.hold().end(true));
        house.redis.resume();
        house.awaitState(RedisLink.State.CONNECTED);
        house.gateways.getFirst().tending().tend();

        assertThat(admitted).hasSize(10);
        await().until(() -> left(aDay(100)) == 90);
    }

    @Test
    void anEmptiedRedisIsCountedAgainFromUsage() {
        settleIn();
        house.usage = new CompletableFuture<>();
        house.redis.stop();
        house.redis.resume();
        house.awaitState(RedisLink.State.CONNECTED);

        var meanwhile = house.flood(300, i -> house.ask("call" + i, List.of(), List.of(aMonth(1_000))));
        var refused = (Verdict.UsedUp) call("more", aMonth(1_000));
        house.usage.complete(new Used(List.of(new Used.Row("key_1", "weather", 5, 995)), Map.of()));

        assertThat(meanwhile).isEqualTo(10);
        assertThat(refused.recounting()).isTrue();
        await().until(() -> house.flood(300, i -> house.ask("late" + i, List.of(), List.of(aMonth(1_000)))) == 0
                && left(aMonth(1_000)) == 0);
    }

    @Test
    void whatAnOlderRunOfRedisSavedIsCountedAgain() {
        settleIn();
        use(3, aDay(1_000));
        house.usage = CompletableFuture.completedFuture(
                new Used(List.of(new Used.Row("key_1", "weather", 500, 900)), Map.of()));
        var counts = house.ask("x", List.of(), List.of(aMonth(1))).counts();
        house.gateways
                .getFirst()
                .link()
                .ask(redis -> redis.hset(counts.getBytes(UTF_8), "whole".getBytes(UTF_8), "before".getBytes(UTF_8)))
                .join();

        call("next", aDay(1_000));

        await().until(() -> left(aDay(1_000)) <= 500);
    }

    @Test
    void whileUsageCannotBeKnownAnAllowanceHolds() {
        settleIn();
        house.usage = CompletableFuture.failedFuture(new IllegalStateException("analytics-service is away"));
        house.redis.stop();
        house.redis.resume();
        house.awaitState(RedisLink.State.CONNECTED);

        var meanwhile = house.flood(300, i -> house.ask("call" + i, List.of(), List.of(aMonth(5_000))));

        assertThat(meanwhile).isEqualTo(50);
        assertThat(house.meters
                        .get("limits.recounts")
                        .tag("outcome", "failed")
                        .counter()
                        .count())
                .isPositive();
    }

    @Test
    void whoComesWhileQuotasAreCountedWaitsForThat() {
        house.usage = new CompletableFuture<Used>()
                .completeOnTimeout(new Used(List.of(), Map.of()), 50, TimeUnit.MILLISECONDS);

        var admitted = house.flood(120, i -> house.ask("call" + i, List.of(), List.of(aMonth(100))));

        assertThat(admitted).isEqualTo(100);
    }

    @Test
    void aRedisThatIsSilentIsTakenToBeAwayAndWhoWaitedIsLetInByTheShare() {
        var gateway = house.impatient();
        house.redis.freeze();

        var first = gateway.counting()
                .ask(house.ask("one", List.of(aMinute(9)), List.of()))
                .join();
        var state = gateway.link().state();
        house.redis.thaw();

        assertThat(first).isInstanceOf(Verdict.Admitted.class);
        assertThat(state).isEqualTo(RedisLink.State.AWAY);
        await().until(() -> gateway.link().state() == RedisLink.State.CONNECTED);
    }
}
