package dev.universalapi.gateway.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.gateway.identity.account.Account.Status;
import dev.universalapi.gateway.limit.plan.Limits;
import dev.universalapi.gateway.limit.plan.Own;
import dev.universalapi.gateway.limit.plan.Period;
import dev.universalapi.gateway.limit.plan.Quota;
import dev.universalapi.gateway.limit.plan.Rate;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.security.Caller.Environment;
import dev.universalapi.platform.security.Scope;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class KeyAnswerTests {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void readsAllThatIsTold() {
        var account = JSON.readValue("""
                {"keyId":"key_1","organisation":"org_1","project":"prj_1","environment":"test","scopes":["weather:read"],
                 "plan":"free","networks":["10.0.0.0/8"],"expiresAt":"2026-12-01T00:00:00Z","status":"active",
                 "limits":{"rates":[{"requests":10,"per":"PT1M","class":"search"}],
                  "quotas":[{"amount":10000,"per":"month","category":"weather","hard":true}]},
                 "organisationLimits":{"rates":[{"requests":99,"per":"PT1S"}]},"projectLimits":{"quotas":[]},
                 "new":{"later":1}}""", KeyAnswer.class).account();

        assertThat(account.caller())
                .isEqualTo(new Caller("key_1", "org_1", "prj_1", Environment.TEST, List.of("weather:read"), "free"));
        assertThat(account.scopes()).containsExactly(Scope.of("weather:read"));
        assertThat(account.isValid(Instant.parse("2026-11-30T23:59:59Z"))).isTrue();
        assertThat(account.isValid(Instant.parse("2026-12-01T00:00:00Z"))).isFalse();
        assertThat(account.mayComeFrom(InetAddress.ofLiteral("10.1.1.1"))).isTrue();
        assertThat(account.mayComeFrom(InetAddress.ofLiteral("11.1.1.1"))).isFalse();
        assertThat(account.mayComeFrom(null)).isFalse();
        assertThat(account.limits().key())
                .isEqualTo(new Own(
                        List.of(new Rate(10, Duration.ofMinutes(1), "search")),
                        List.of(new Quota(10_000, Period.MONTH, "weather", true))));
        assertThat(account.limits().organisation().rates()).containsExactly(new Rate(99, Duration.ofSeconds(1), null));
        assertThat(account.limits().ofProject()).isEqualTo(Own.NONE);
        assertThat(account.limits().plan()).isEqualTo("free");
    }

    @Test
    void whatIsLeftOutLimitsNothingAndGrantsNothing() {
        var account = read("active", "");

        assertThat(account.isValid(Instant.MAX)).isTrue();
        assertThat(account.mayComeFrom(null)).isTrue();
        assertThat(account.mayOneOf(List.of(Scope.of("weather:read")))).isFalse();
        assertThat(account.limits()).isEqualTo(Limits.plan("free", "prj_1"));
    }

    @Test
    void whatMakesNoSenseGrantsNothing() {
        var account = read("active", """
                , "scopes": ["internal:identity", "weather"], "networks": ["everywhere"]""");

        assertThat(account.caller().scopes()).isEmpty();
        assertThat(account.mayComeFrom(InetAddress.ofLiteral("10.1.1.1"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "active, ACTIVE",
        "disabled, INVALID",
        "expired, INVALID",
        "revoked, INVALID",
        "suspended, SUSPENDED",
        "frozen, INVALID"
    })
    void readsTheStatus(String told, Status status) {
        assertThat(read(told, "").status()).isEqualTo(status);
    }

    private static Account read(String status, String more) {
        var text = """
                {"keyId": "key_1", "organisation": "org_1", "project": "prj_1", "environment": "live", "plan": "free",
                 "status": "%s"%s}""".formatted(status, more);
        return JSON.readValue(text, KeyAnswer.class).account();
    }
}
