package dev.universalapi.auth.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.auth.Store;
import dev.universalapi.auth.limit.Limits;
import dev.universalapi.auth.request.Paging;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.testkit.store.RealStores;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.transaction.UnexpectedRollbackException;
import tools.jackson.databind.json.JsonMapper;

/// Everything that the collections can do, done by another organisation: nothing is seen, nothing is changed.
@RealStores
class OrganisationsTests {
    private static final Store STORE = new Store();
    private static final Organisations ORGANISATIONS =
            new Organisations(STORE.database().jdbc(), new JsonMapper());
    private static final Projects PROJECTS = new Projects(STORE.database().jdbc(), new JsonMapper());
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final OrganisationSettings SETTINGS = new OrganisationSettings("stolen", Limits.NONE, Map.of());
    private static final ProjectSettings PROJECT = new ProjectSettings("stolen", Limits.NONE);
    private static final Class<? extends Exception> NOBODY = EmptyResultDataAccessException.class;

    @BeforeAll
    static void found() {
        for (var organisation : List.of("org_a", "org_b")) {
            in(organisation, () -> ORGANISATIONS.add(organisation(organisation)));
        }
        in("org_a", () -> PROJECTS.add("org_a", "prj_a", new ProjectSettings("mine", Limits.NONE), NOW));
    }

    @TestFactory
    Stream<DynamicTest> organisationsReachNothingOfAnother() {
        return attempts(
                Organisations.class,
                Map.of(
                        "find", () -> assertThat(ORGANISATIONS.find("org_a")).isEmpty(),
                        "get", () -> refused(() -> ORGANISATIONS.get("org_a"), ProblemException.class),
                        "lock", () -> refused(() -> ORGANISATIONS.lock("org_a"), ProblemException.class),
                        "add",
                                () -> refused(
                                        () -> ORGANISATIONS.add(organisation("org_c")), BadSqlGrammarException.class),
                        "change", () -> refused(() -> ORGANISATIONS.change("org_a", SETTINGS, NOW), NOBODY),
                        "decide", () -> refused(() -> ORGANISATIONS.decide("org_a", "suspended", "free", NOW), NOBODY),
                        "rows",
                                () -> assertThat(STORE.database()
                                                .jdbc()
                                                .sql("select * from organisation")
                                                .query(ORGANISATIONS.rows())
                                                .list())
                                        .extracting(Organisation::id)
                                        .containsExactly("org_b")));
    }

    @TestFactory
    Stream<DynamicTest> projectsReachNothingOfAnother() {
        return attempts(
                Projects.class,
                Map.ofEntries(
                        Map.entry(
                                "find", () -> assertThat(PROJECTS.find("prj_a")).isEmpty()),
                        Map.entry("get", () -> refused(() -> PROJECTS.get("prj_a"), ProblemException.class)),
                        Map.entry("lock", () -> refused(() -> PROJECTS.lock("prj_a"), ProblemException.class)),
                        Map.entry("hold", () -> refused(() -> PROJECTS.hold("prj_a"), ProblemException.class)),
                        Map.entry("usual", () -> refused(() -> PROJECTS.usual("prj_a"), ProblemException.class)),
                        Map.entry(
                                "list",
                                () -> assertThat(PROJECTS.list(Paging.of(null, 200))
                                                .data())
                                        .isEmpty()),
                        Map.entry("count", () -> assertThat(PROJECTS.count()).isZero()),
                        Map.entry(
                                "add",
                                () -> refused(
                                        () -> PROJECTS.add("org_a", "prj_x", PROJECT, NOW),
                                        BadSqlGrammarException.class)),
                        Map.entry("change", () -> refused(() -> PROJECTS.change("prj_a", PROJECT, NOW), NOBODY)),
                        Map.entry(
                                "isInUse",
                                () -> assertThat(PROJECTS.isInUse("prj_a", NOW)).isFalse()),
                        Map.entry("remove", () -> PROJECTS.remove("prj_a"))));
    }

    private static Stream<DynamicTest> attempts(Class<?> collection, Map<String, Runnable> attempts) {
        assertThat(attempts.keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(collection.getDeclaredMethods())
                        .filter(method -> !Modifier.isPrivate(method.getModifiers())
                                && !Modifier.isStatic(method.getModifiers())
                                && !method.isSynthetic())
                        .map(Method::getName)
                        .distinct()
                        .toList());
        return attempts.entrySet().stream()
                .map(attempt -> DynamicTest.dynamicTest(attempt.getKey(), () -> {
                    try {
                        STORE.database().tenants().run("org_b", attempt.getValue());
                    } catch (UnexpectedRollbackException _) {
                        // the attempt has spoilt its transaction, and that is well
                    }

                    assertThat(in("org_a", () -> ORGANISATIONS.get("org_a"))).isEqualTo(organisation("org_a"));
                    assertThat(in("org_a", () -> PROJECTS.get("prj_a")).name()).isEqualTo("mine");
                }));
    }

    private static Organisation organisation(String id) {
        return new Organisation(id, "x", "active", "free", Limits.NONE, Map.of(), 1, NOW, NOW);
    }

    private static void refused(ThrowingCallable attempt, Class<? extends Exception> how) {
        assertThatThrownBy(attempt).isInstanceOf(how);
    }

    private static <T> T in(String organisation, Supplier<T> work) {
        return STORE.database().tenants().<T>within(organisation, work);
    }
}
