package dev.universalapi.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.gateway.limit.Lease;
import dev.universalapi.gateway.limit.plan.Limits;
import dev.universalapi.gateway.limit.plan.Own;
import dev.universalapi.gateway.limit.plan.Period;
import dev.universalapi.gateway.limit.plan.Plan;
import dev.universalapi.gateway.limit.plan.Quota;
import dev.universalapi.gateway.limit.plan.Rate;
import dev.universalapi.gateway.limit.quota.Counter;
import dev.universalapi.gateway.limit.rate.Line;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.security.Caller.Environment;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class AsksTests {
    private static final Rate A_MINUTE = new Rate(60, Duration.ofMinutes(1), null);
    private static final Rate MODEL = new Rate(5, Duration.ofMinutes(1), "model");
    private static final Quota A_MONTH = new Quota(1_000, Period.MONTH, null, true);
    private static final Quota WEATHER = new Quota(10, Period.DAY, "weather", true);
    private static final Plan PLAN = new Plan(List.of(A_MINUTE, MODEL), 10, 2, List.of(A_MONTH, WEATHER));
    private static final Caller ACME = new Caller("key_1", "org_acme", Environment.LIVE, List.of());

    private final Asks asks =
            new Asks(InstantSource.fixed(Instant.parse("2026-11-26T12:00:00Z")), new Lease(Duration.ofMinutes(1)));

    private static Errand errand(String category, String operations) {
        return new Errand("1", category, operations, false);
    }

    @Test
    void whatHoldsForTheClassAndTheCategoryIsAsked() {
        var lookup = asks.of(ACME, Limits.plan("x", "prj_1"), PLAN, errand("weather", "lookup"));
        var model = asks.of(ACME, Limits.plan("x", "prj_1"), PLAN, errand("chat", "model"));

        assertThat(lookup.rates()).extracting(Line::name).containsExactly("minute");
        assertThat(lookup.quotas()).extracting(Counter::name).containsExactly("month", "weather-day");
        assertThat(model.rates()).extracting(Line::name).containsExactly("minute", "model-minute");
        assertThat(model.quotas()).extracting(Counter::field).containsExactly("2026-11/o/*");
    }

    @Test
    void administrationAndTestKeysUseUpNoQuota() {
        var test = new Caller("key_1", "org_acme", Environment.TEST, List.of());

        assertThat(asks.of(ACME, Limits.plan("x", "p"), PLAN, errand("keys", "administration"))
                        .quotas())
                .isEmpty();
        assertThat(asks.of(test, Limits.plan("x", "p"), PLAN, errand("weather", "lookup"))
                        .quotas())
                .isEmpty();
        assertThat(asks.of(test, Limits.plan("x", "p"), PLAN, errand("weather", "lookup"))
                        .rates())
                .isNotEmpty();
    }

    @Test
    void limitsOfOnesOwnComeOnTopAndTheNarrowerHoldsWhereTheyCountTheSame() {
        var own = new Own(
                List.of(new Rate(7, Duration.ofMinutes(1), null)), List.of(new Quota(9, Period.MONTH, null, false)));
        var wider = new Own(
                List.of(new Rate(99, Duration.ofMinutes(1), null)),
                List.of(new Quota(2_000, Period.MONTH, null, true)));

        var ask = asks.all(ACME, new Limits("x", "prj_1", own, own, wider), PLAN, "1");

        assertThat(ask.rates())
                .extracting(line -> line.name() + " " + line.limit())
                .containsExactly("minute 60", "model-minute 5", "project-minute 7", "key-minute 7");
        assertThat(ask.quotas())
                .extracting(counter -> counter.field() + " " + counter.limit())
                .containsExactly(
                        "2026-11/o/* 1000", "2026-11-26/o/weather 10", "2026-11/p:prj_1/* 9", "2026-11/k:key_1/* 9");
    }

    @Test
    void aHardQuotaHoldsBesideASoftOne() {
        var soft = new Own(List.of(), List.of(new Quota(1, Period.MONTH, null, false)));

        var ask = asks.all(ACME, new Limits("x", "p", Own.NONE, Own.NONE, soft), PLAN, "1");

        assertThat(ask.quotas().getFirst().limit()).isEqualTo(1_000);
    }
}
