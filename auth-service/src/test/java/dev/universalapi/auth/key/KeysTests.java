package dev.universalapi.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.auth.Store;
import dev.universalapi.auth.VirtualClock;
import dev.universalapi.auth.limit.Limits;
import dev.universalapi.auth.request.Paging;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.testkit.store.RealStores;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import tools.jackson.databind.json.JsonMapper;

@RealStores
class KeysTests {
    private static final Store STORE = new Store();
    private static final VirtualClock CLOCK = new VirtualClock();
    private static final Keys KEYS = new Keys(STORE.database().jdbc(), new JsonMapper(), CLOCK);
    private static final KeySettings SETTINGS =
            new KeySettings("k", List.of("weather:read"), List.of(), null, Limits.NONE);
    private static int count;

    @BeforeAll
    static void found() {
        for (var organisation : List.of("org_a", "org_b")) {
            STORE.database()
                    .tenants()
                    .run(
                            organisation,
                            () -> STORE.database()
                                    .jdbc()
                                    .sql("""
                            with o as (insert into organisation (organisation, name, plan, created_at, changed_at)
                                values (?, 'x', 'free', now(), now()) returning organisation)
                            insert into project (id, organisation, name, created_at, changed_at)
                                select 'prj_' || organisation, organisation, 'x', now(), now() from o""")
                                    .param(organisation)
                                    .update());
        }
    }

    /// Everything that the collection can do, done by another organisation: nothing is seen, nothing is changed.
    @TestFactory
    Stream<DynamicTest> reachNothingOfAnotherOrganisation() {
        var id = add("org_a");
        var before = in("org_a", () -> KEYS.get(id));
        Map<String, Consumer<String>> attempts = Map.ofEntries(
                Map.entry("find", key -> assertThat(KEYS.find(key)).isEmpty()),
                Map.entry("get", key -> refused(() -> KEYS.get(key), ProblemException.class)),
                Map.entry("lock", key -> refused(() -> KEYS.lock(key), ProblemException.class)),
                Map.entry(
                        "list",
                        _ -> assertThat(KEYS.list(null, Paging.of(null, 200)).data())
                                .isEmpty()),
                Map.entry("count", _ -> assertThat(KEYS.count()).isZero()),
                Map.entry("add", _ -> refused(() -> KEYS.add(fresh("org_a")), BadSqlGrammarException.class)),
                Map.entry("change", key -> refused(() -> KEYS.change(key, SETTINGS), NOBODY)),
                Map.entry("disable", key -> refused(() -> KEYS.disable(key, true), NOBODY)),
                Map.entry("revoke", key -> refused(() -> KEYS.revoke(key), NOBODY)),
                Map.entry("end", key -> refused(() -> KEYS.end(key, Instant.EPOCH), NOBODY)));

        assertThat(attempts.keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Keys.class.getDeclaredMethods())
                        .filter(method -> !java.lang.reflect.Modifier.isPrivate(method.getModifiers())
                                && !java.lang.reflect.Modifier.isStatic(method.getModifiers())
                                && !method.isSynthetic())
                        .map(java.lang.reflect.Method::getName)
                        .toList());
        return attempts.entrySet().stream()
                .map(attempt -> DynamicTest.dynamicTest(attempt.getKey(), () -> {
                    try {
                        STORE.database()
                                .tenants()
                                .run("org_b", () -> attempt.getValue().accept(id));
                    } catch (org.springframework.transaction.UnexpectedRollbackException _) {
                        // the attempt has spoilt its transaction, and that is well
                    }

                    assertThat(in("org_a", () -> KEYS.get(id))).isEqualTo(before);
                }));
    }

    private static final Class<? extends Exception> NOBODY = EmptyResultDataAccessException.class;

    @Test
    void goOnForTheGraceAndNotLonger() {
        var id = add("org_a");
        var end = CLOCK.instant().plus(Duration.ofMinutes(15));

        in("org_a", () -> KEYS.end(id, end));
        CLOCK.advance(Duration.ofMinutes(14));
        var during = in("org_a", () -> KEYS.get(id)).status();
        CLOCK.advance(Duration.ofMinutes(1));
        var after = in("org_a", () -> KEYS.get(id)).status();

        assertThat(List.of(during, after)).containsExactly("active", "expired");
    }

    @Test
    void keepAnEarlierEnd() {
        var id = add("org_a");
        var soon = Instant.parse("2090-01-01T00:00:00Z");

        in("org_a", () -> KEYS.end(id, soon));
        in("org_a", () -> KEYS.end(id, soon.plusSeconds(60)));

        assertThat(in("org_a", () -> KEYS.get(id)).expiresAt()).isEqualTo(soon);
    }

    @Test
    void areThereOnceForOneHash() {
        var fresh = fresh("org_a");

        var first = in("org_a", () -> KEYS.add(fresh));
        var second = in("org_a", () -> KEYS.add(fresh));

        assertThat(List.of(first, second)).containsExactly(true, false);
    }

    @Test
    void sayNothingOfWhoTheyAreInAText() {
        var made = new MadeKey(in("org_a", () -> KEYS.get(add("org_a"))), "uapi_live_secret", null);

        assertThat(made.toString()).doesNotContain("secret");
    }

    private static void refused(ThrowingCallable attempt, Class<? extends Exception> how) {
        assertThatThrownBy(attempt).isInstanceOf(how);
    }

    private static <T> T in(String organisation, java.util.function.Supplier<T> work) {
        return STORE.database().tenants().<T>within(organisation, work);
    }

    private static String add(String organisation) {
        var fresh = fresh(organisation);
        in(organisation, () -> KEYS.add(fresh));
        return fresh.id();
    }

    private static Keys.Fresh fresh(String organisation) {
        count++;
        return new Keys.Fresh(
                "key_" + count,
                organisation,
                "prj_" + organisation,
                "live",
                "%064x".formatted(count),
                "uapi_live_abcd",
                "wxyz",
                SETTINGS,
                "key_test");
    }
}
