package dev.universalapi.testkit.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTests {
    private static final Path TESTKIT = ProjectModule.of(HouseRulesTests.class).folder();

    /// A rule, a module that it binds, classes that break it, and classes that only look so.
    record Trial(String rule, String module, List<String> guilty, String innocent) {
        @Override
        public String toString() {
            return rule;
        }
    }

    static Stream<Trial> trials() {
        return Stream.of(
                new Trial("arrows", "egress", List.of("Stray"), "WideRecord"),
                new Trial("no-spring", "contracts", List.of("Springy"), "WideRecord"),
                new Trial("no-provider-id", "provider-host", List.of("Partial", "PartialInAnAnnotation"), "Impartial"),
                new Trial("no-cycle", "search-service", List.of("cycle"), "line"),
                new Trial("package-private", "gateway", List.of("WideOpen"), "line"),
                new Trial(
                        "wiring-package-private",
                        "gateway",
                        List.of("OpenController", "OpenWiring"),
                        "ClosedController"),
                new Trial("kafka-in-events", "search-service", List.of("KafkaUser"), "WideRecord"),
                new Trial(
                        "problems-in-one-place",
                        "gateway",
                        List.of("OwnAdvice", "OwnAnswer", "OwnStatusException", "OwnWebAnswer"),
                        "PlainException"),
                new Trial(
                        "connections-in-tenant",
                        "search-service",
                        List.of("ConnectionOpener", "PoolOwner"),
                        "TenantReader"),
                new Trial("across-tenants", "search-service", List.of("Overseer", "Mumbler"), "ReasonedOverseer"),
                new Trial("no-value", "gateway", List.of("ValueReader"), "WideRecord"),
                new Trial("no-field-injection", "gateway", List.of("Injected"), "Constructed"),
                new Trial("no-system-out", "launcher", List.of("Printer", "StackPrinter"), "Reporter"),
                new Trial("no-sleep", "gateway", List.of("Sleeper"), "Waiter"),
                new Trial("jackson-3", "gateway", List.of("OldJackson"), "WideRecord"),
                new Trial("no-empty-name", "gateway", List.of("RequestHandler", "misc"), "Metadata"),
                new Trial("constructor-parameters", "gateway", List.of("WideConstructor"), "WideRecord"),
                new Trial("exceptions", "gateway", List.of("MadeUp", "Unreasoned"), "AllowedSleeper"),
                new Trial("no-sleep", "gateway", List.of("Sleeper"), "AllowedSleeper"));
    }

    @ParameterizedTest
    @MethodSource("trials")
    void bitesOnTheGuilty(Trial trial) {
        var rule = rule(trial.rule());

        assertThat(rule.scope().test(module(trial.module(), "guilty"))).isTrue();
        assertThat(trial.guilty())
                .allSatisfy(guilty -> assertThatThrownBy(() -> check(trial, "guilty", guilty))
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContainingAll("[" + trial.rule() + "]", "because", guilty));
    }

    @ParameterizedTest
    @MethodSource("trials")
    void letsTheInnocentPass(Trial trial) {
        assertThatCode(() -> check(trial, "innocent", trial.innocent())).doesNotThrowAnyException();
    }

    @Test
    void triesEveryRule() {
        var tried = Stream.concat(trials().map(Trial::rule), Stream.of("file-length", "method-length", "package-size"))
                .collect(Collectors.toSet());

        assertThat(HouseRules.all()).extracting(Rule::name).hasSameElementsAs(tried);
    }

    @Test
    void bindsMechanismAloneToImpartiality() {
        var scope = rule("no-provider-id").scope();

        assertThat(scope.test(module("provider-engine", "guilty"))).isTrue();
        assertThat(scope.test(module("providers", "guilty"))).isFalse();
    }

    @Test
    void letsSandboxLauncherAndBenchSleep() {
        var scope = rule("no-sleep").scope();

        assertThat(Stream.of("sandbox", "launcher", "bench").map(name -> module(name, "guilty")))
                .noneMatch(scope);
    }

    static Rule rule(String name) {
        return HouseRules.all().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void check(Trial trial, String side, String found) {
        var compiled = TESTKIT.resolve("target/test-classes/dev/universalapi/testkit/house")
                .resolve(side);
        var folder = Character.isLowerCase(found.charAt(0));
        var classes = new ClassFileImporter()
                .importPath(folder ? compiled.resolve(found) : compiled)
                .that(describe("on trial", type -> folder || type.getName().contains("." + found)));
        rule(trial.rule()).check(module(trial.module(), side + (folder ? "." + found : "")), classes);
    }

    private static ProjectModule module(String name, String home) {
        return new ProjectModule(name, "dev.universalapi.testkit.house." + home, TESTKIT);
    }
}
