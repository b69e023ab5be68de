package dev.universalapi.gateway.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.gateway.identity.account.Accounts.Known;
import dev.universalapi.gateway.identity.feed.Change;
import dev.universalapi.gateway.identity.feed.FeedStates;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.security.Caller.Environment;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AccountsTests {
    private static final String KEY = "0a";
    private static final String OTHER = "0b";
    private static final AccountProperties TIMES = new AccountProperties(
            "auth-service",
            Duration.ofSeconds(2),
            Duration.ofSeconds(60),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofMinutes(15),
            1_000,
            1_000,
            Duration.ofMinutes(1));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Auth auth = new Auth();
    private final FeedStates feed = new FeedStates();
    private long time = 1;
    private final Accounts accounts =
            new Accounts(auth::find, TIMES, feed.state(), () -> time, new AccountFigures(meters));

    /// What auth-service would say.
    private static final class Auth {
        private final Map<String, Account> keys = new HashMap<>();
        private final List<String> asked = new ArrayList<>();
        private boolean away;
        private Optional<CompletableFuture<Optional<Account>>> slow = Optional.empty();

        CompletableFuture<Optional<Account>> find(String sha256) {
            asked.add(sha256);
            if (away) {
                return CompletableFuture.failedFuture(new UnavailableException("away"));
            }
            return slow.orElseGet(() -> CompletableFuture.completedFuture(Optional.ofNullable(keys.get(sha256))));
        }
    }

    @Test
    void asksOnceForAllWhoWait() {
        var answer = new CompletableFuture<Optional<Account>>();
        auth.slow = Optional.of(answer);

        var waiting =
                IntStream.range(0, 1_000).mapToObj(_ -> accounts.find(KEY)).toList();
        answer.complete(Optional.of(account("key_1", "org_1")));

        assertThat(auth.asked).containsExactly(KEY);
        assertThat(waiting).allSatisfy(known -> assertThat(name(known)).isEqualTo("key_1"));
    }

    @Test
    void asksAgainInTheBackgroundBeforeWhatIsInUseIsOld() throws Exception {
        auth.keys.put(KEY, account("key_1", "org_1"));
        accounts.find(KEY).get();
        var answer = new CompletableFuture<Optional<Account>>();
        auth.slow = Optional.of(answer);

        pass(Duration.ofSeconds(44));
        accounts.find(KEY);
        assertThat(auth.asked).hasSize(1);
        pass(Duration.ofSeconds(2));
        var meanwhile = accounts.find(KEY);
        accounts.find(KEY);
        answer.complete(Optional.of(account("key_2", "org_1")));

        assertThat(name(meanwhile)).isEqualTo("key_1");
        assertThat(auth.asked).hasSize(2);
        assertThat(name(accounts.find(KEY))).isEqualTo("key_2");
    }

    @Test
    void countsForAMinuteAndNoLonger() throws Exception {
        auth.keys.put(KEY, account("key_1", "org_1"));
        accounts.find(KEY).get();

        pass(Duration.ofSeconds(60));
        accounts.find(KEY).get();

        assertThat(auth.asked).hasSize(2);
    }

    @Test
    void countsForFiveSecondsWhereChangesAreNotHeardOf() throws Exception {
        auth.keys.put(KEY, account("key_1", "org_1"));
        accounts.find(KEY).get();
        feed.disconnect();

        pass(Duration.ofMillis(4_999));
        accounts.find(KEY).get();
        assertThat(auth.asked).hasSize(1);

        pass(Duration.ofMillis(1));
        accounts.find(KEY).get();
        assertThat(auth.asked).hasSize(2);
    }

    @Test
    void nobodyIsAskedAgainForAWhileForAKeyThatIsNobodys() throws Exception {
        assertThat(accounts.find(KEY).get().account()).isEmpty();
        pass(Duration.ofMillis(4_999));
        accounts.find(KEY).get();
        assertThat(auth.asked).hasSize(1);

        pass(Duration.ofMillis(1));
        accounts.find(KEY).get();

        assertThat(auth.asked).hasSize(2);
    }

    @Test
    void aNewKeyIsKnownAtOnceWhereItWasRefusedBefore() throws Exception {
        assertThat(accounts.find(KEY).get().account()).isEmpty();

        auth.keys.put(KEY, account("key_1", "org_1"));
        accounts.changed(new Change("key", KEY));

        assertThat(name(accounts.find(KEY))).isEqualTo("key_1");
    }

    @Test
    void anAnswerThatWasOnItsWayWhenSomethingChangedIsNotKept() {
        var before = new CompletableFuture<Optional<Account>>();
        auth.slow = Optional.of(before);
        var first = accounts.find(KEY);

        accounts.changed(new Change("key", KEY));
        auth.slow = Optional.empty();
        before.complete(Optional.of(account("key_1", "org_1")));

        assertThat(name(first)).isEqualTo("key_1");
        assertThat(accounts.find(KEY).resultNow().account()).isEmpty();
        auth.away = true;
        accounts.missed();
        assertThatThrownBy(() -> accounts.find(KEY).get()).isInstanceOf(ExecutionException.class);
    }

    @Test
    void aChangeOfAnOrganisationIsOneOfAllItsKeys() throws Exception {
        auth.keys.put(KEY, account("key_1", "org_1"));
        auth.keys.put(OTHER, account("key_2", "org_2"));
        for (var id : List.of("org_1", "prj_org_1", "plan_org_1")) {
            accounts.find(KEY).get();
            accounts.find(OTHER).get();
            auth.asked.clear();

            accounts.changed(new Change(id.startsWith("prj") ? "project" : "organisation", id));
            accounts.find(KEY).get();
            accounts.find(OTHER).get();

            assertThat(auth.asked).as(id).containsExactly(KEY);
        }
    }

    @Test
    void aChangeThatHasNothingToDoWithKeysChangesNothing() throws Exception {
        auth.keys.put(KEY, account("key_1", "org_1"));
        accounts.find(KEY).get();

        accounts.changed(new Change("switch", "provider:open-meteo"));
        accounts.find(KEY).get();

        assertThat(auth.asked).hasSize(1);
    }

    @Test
    void everybodyIsAskedForAgainWhereChangesMayHaveBeenMissed() throws Exception {
        auth.keys.put(KEY, account("key_1", "org_1"));
        accounts.find(KEY).get();

        accounts.missed();
        accounts.find(KEY).get();

        assertThat(auth.asked).hasSize(2);
    }

    @Test
    void whoWasKnownGoesOnForAQuarterOfAnHourWhileNobodyCanBeAsked() throws Exception {
        auth.keys.put(KEY, account("key_1", "org_1"));
        accounts.find(KEY).get();
        auth.away = true;

        for (var minute = 1; minute < 15; minute++) {
            pass(Duration.ofMinutes(1));
            assertThat(name(accounts.find(KEY))).as("after %d minutes", minute).isEqualTo("key_1");
        }
        pass(Duration.ofMinutes(1));

        assertThatThrownBy(() -> accounts.find(KEY).get()).hasRootCauseInstanceOf(UnavailableException.class);
        assertThat(meters.get("gateway.identity.remembered").counter().count()).isEqualTo(14);
    }

    @Test
    void whoWasRevokedDoesNotGoOn() throws Exception {
        auth.keys.put(KEY, account("key_1", "org_1"));
        accounts.find(KEY).get();

        auth.away = true;
        accounts.changed(new Change("key", KEY));

        assertThatThrownBy(() -> accounts.find(KEY).get()).isInstanceOf(ExecutionException.class);
    }

    @Test
    void whoWasUnknownIsNotNobodyWhileNobodyCanBeAsked() {
        auth.away = true;

        assertThatThrownBy(() -> accounts.find(KEY).get()).isInstanceOf(ExecutionException.class);
    }

    @Test
    void oneAfterTheOtherFindsOutWhetherItCanBeAskedAgain() throws Exception {
        auth.keys.put(KEY, account("key_1", "org_1"));
        auth.away = true;
        accounts.find(OTHER);
        for (var i = 0; i < 10; i++) {
            accounts.find(KEY + i);
        }
        assertThat(auth.asked).hasSize(1);

        pass(Duration.ofSeconds(1));
        auth.away = false;
        var answer = new CompletableFuture<Optional<Account>>();
        auth.slow = Optional.of(answer);
        var first = accounts.find(KEY);
        var second = accounts.find(OTHER);
        answer.complete(Optional.of(account("key_1", "org_1")));
        auth.slow = Optional.empty();

        assertThat(name(first)).isEqualTo("key_1");
        assertThat(second).isCompletedExceptionally();
        assertThat(accounts.find(OTHER).get().account()).isEmpty();
        assertThat(meters.get("gateway.identity.lookups.spared").counter().count())
                .isEqualTo(11);
        assertThat(meters.get("gateway.identity.lookups")
                        .tag("outcome", "failed")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    private void pass(Duration passed) {
        time += passed.toNanos();
    }

    private static String name(CompletableFuture<Known> known) {
        return known.resultNow().account().orElseThrow().caller().keyId();
    }

    private static Account account(String key, String organisation) {
        return Account.of(new Caller(
                key, organisation, "prj_" + organisation, Environment.LIVE, List.of(), "plan_" + organisation));
    }
}
