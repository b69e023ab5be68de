package dev.universalapi.launcher.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.launcher.FakeProject.Words;
import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.identity.Identity;
import dev.universalapi.launcher.process.Ports;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RosterTests {
    private static final Home HOME = new Home(Path.of("/tmp/a b/.universal"));

    private static SuiteOptions options(Map<String, Integer> scale) {
        return new SuiteOptions(Path.of("/tmp"), HOME, Optional.empty(), Optional.empty(), scale, true);
    }

    private static Roster roster(Map<String, Integer> scale) {
        return Roster.of(options(scale), new Ports(), 8080, Set.of());
    }

    @Test
    void hasTheSandboxInLiveModeTooForTestKeys() {
        var roster = roster(Map.of());
        var wiring = new Wiring(HOME, new Identity(HOME.identity()), Mode.LIVE, roster.instances());

        assertThat(roster.modules())
                .containsExactly(
                        "stores",
                        "discovery",
                        "config-server",
                        "sandbox",
                        "search-service",
                        "analytics-service",
                        "auth-service",
                        "gateway");
        assertThat(wiring.arguments(roster.only("search-service")))
                .contains(
                        "--universal.providers.mode=live",
                        "--universal.providers.sandbox="
                                + roster.only("sandbox").address())
                .noneMatch(argument -> argument.contains("own-credentials"));
    }

    @Test
    void doesWithoutAPartThatCannotRunHere() {
        var roster = Roster.of(options(Map.of()), new Ports(), 8080, Set.of("redis"));
        var wiring = new Wiring(HOME, new Identity(HOME.identity()), Mode.LIVE, roster.instances());

        assertThat(roster.instances()).extracting(Instance::part).doesNotContain("redis");
        assertThat(wiring.arguments(roster.only("search-service")))
                .noneMatch(argument -> argument.contains("universal.redis"));
    }

    @Test
    void buildsNoPartOfOthers() {
        assertThat(roster(Map.of()).modules()).doesNotContain("redis", "postgres", "kafka");
        assertThat(Suite.modules()).doesNotContain("redis").contains("sandbox", "stores");
    }

    @Test
    void givesEachProcessPortsOfItsOwn() {
        var instances = roster(Map.of("search-service", 3)).instances();

        assertThat(instances)
                .extracting(Instance::name)
                .contains("search-service", "search-service-2", "search-service-3");
        assertThat(instances).extracting(Instance::port).doesNotHaveDuplicates().contains(8080);
        assertThat(instances)
                .filteredOn(instance -> !List.of("redis", "postgres", "sandbox").contains(instance.part()))
                .allMatch(instance -> instance.port() != instance.managementPort());
    }

    @Test
    void stopsTheDoorFirstAndDiscoveryLast() {
        var waves = roster(Map.of("search-service", 2)).stopOrder().stream()
                .map(wave -> wave.stream().map(Instance::part).distinct().toList())
                .toList();

        assertThat(waves)
                .containsExactly(
                        List.of("gateway"),
                        List.of("search-service", "analytics-service", "auth-service"),
                        List.of("redis", "postgres", "kafka", "config-server", "sandbox"),
                        List.of("discovery"));
    }

    @Test
    void leavesOutTheStoresThatAreNotWanted() {
        var words = new Words();
        var options = new SuiteOptions(
                Path.of("/tmp"),
                HOME,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                true,
                Map.of(),
                Set.of("kafka", "postgres", "redis"));

        var missing = Roster.missing(options, words.terminal());

        assertThat(missing)
                .contains("kafka", "postgres", "redis")
                .contains("analytics-service", "auth-service")
                .doesNotContain("search-service", "gateway");
        assertThatThrownBy(() -> new SuiteOptions(
                        Path.of("/tmp"),
                        HOME,
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        true,
                        Map.of(),
                        Set.of("gateway")))
                .hasMessage("--without takes one of [redis, postgres, kafka], was gateway");
    }

    @Test
    void nobodyIsAskedForAccountsWhereThereIsNoAuthService() {
        var roster = Roster.of(options(Map.of()), new Ports(), 8080, Set.of("postgres", "auth-service"));
        var wiring = new Wiring(HOME, new Identity(HOME.identity()), Mode.SANDBOX, roster.instances());

        assertThat(wiring.arguments(roster.only("gateway"))).contains("--universal.gateway.identity.service=");
        assertThat(wiring.arguments(roster.only("search-service")))
                .contains("--universal.providers.own-credentials.service=");
    }

    @Test
    void opensASecondDoorBesideTheOneThatWasWanted() {
        var doors = roster(Map.of("gateway", 2)).stopOrder().getFirst();

        assertThat(doors).extracting(Instance::name).containsExactly("gateway", "gateway-2");
        assertThat(doors).extracting(Instance::port).doesNotHaveDuplicates().startsWith(8080);
    }

    @Test
    void scalesServicesAndTheGatewayOnly() {
        assertThatThrownBy(() -> options(Map.of("discovery", 2)))
                .isInstanceOf(LauncherException.class)
                .hasMessage(
                        "--scale takes SERVICE=N with one of [search-service, analytics-service, auth-service, gateway], was discovery");
        assertThatThrownBy(() -> options(Map.of("search-service", 0)))
                .hasMessage("--scale takes 1 to 8 of a service, was 0");
    }

    @Test
    void refusesSettingsOfNobody() {
        assertThatThrownBy(() -> new SuiteOptions(
                        Path.of("/tmp"),
                        HOME,
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        true,
                        Map.of("nobody", List.of())))
                .hasMessage("there is no part nobody");
    }

    @Test
    void tellsEachPartWhereTheOthersAreAndNoSecret() {
        var roster = roster(Map.of());
        var identity = new Identity(HOME.identity());
        var wiring = new Wiring(HOME, identity, Mode.SANDBOX, roster.instances());

        var search = wiring.arguments(roster.only("search-service"));
        var gateway = wiring.arguments(roster.only("gateway"));

        assertThat(search)
                .contains(
                        "--universal.security.jwks=file:///tmp/a%20b/.universal/identity/jwks.json",
                        "--universal.security.signing-key=file:///tmp/a%20b/.universal/identity/parts.jwk.json",
                        "--universal.providers.mode=sandbox",
                        "--universal.redis.uri=redis://127.0.0.1:"
                                + roster.only("redis").port(),
                        "--universal.redis.password-file=/tmp/a b/.universal/identity/redis-password",
                        "--spring.kafka.bootstrap-servers=127.0.0.1:"
                                + roster.only("kafka").port(),
                        "--universal.providers.cursor-key=/tmp/a b/.universal/identity/cursor-key",
                        "--universal.providers.sandbox="
                                + roster.only("sandbox").address())
                .noneMatch(argument -> argument.contains("gateway.jwk"));
        assertThat(gateway)
                .contains(
                        "--server.port=8080",
                        "--universal.gateway.info.mode=sandbox",
                        "--eureka.client.service-url.defaultZone="
                                + roster.only("discovery").address() + "/eureka/")
                .contains(
                        "--spring.kafka.bootstrap-servers=127.0.0.1:"
                                + roster.only("kafka").port(),
                        "--universal.redis.uri=redis://127.0.0.1:"
                                + roster.only("redis").port())
                .doesNotContain("--universal.gateway.identity.service=")
                .noneMatch(argument -> argument.contains("bootstrap-key"));
        assertThat(wiring.arguments(roster.only("analytics-service")))
                .contains(
                        "--universal.database.url=jdbc:postgresql://127.0.0.1:"
                                + roster.only("postgres").port() + "/analytics",
                        "--universal.database.app.user=analytics_app",
                        "--universal.database.system.user=analytics_system",
                        "--universal.database.migrator.user=analytics_owner",
                        "--universal.database.migrator.password-file=/tmp/a b/.universal/identity/database/analytics_owner")
                .noneMatch(argument -> argument.contains("redis"));
        assertThat(wiring.arguments(roster.only("auth-service")))
                .contains(
                        "--universal.database.url=jdbc:postgresql://127.0.0.1:"
                                + roster.only("postgres").port() + "/auth",
                        "--universal.security.jwks=file:///tmp/a%20b/.universal/identity/jwks.json",
                        "--universal.security.signing-key=file:///tmp/a%20b/.universal/identity/parts.jwk.json",
                        "--universal.auth.credential.masters=/tmp/a b/.universal/identity/master-keys",
                        "--universal.auth.first.keys=/tmp/a b/.universal/identity/first-keys",
                        "--universal.redis.uri=redis://127.0.0.1:"
                                + roster.only("redis").port());
        assertThat(wiring.arguments(roster.only("config-server")))
                .contains("--universal.config.overlay=/tmp/a b/.universal/config");
        assertThat(wiring.arguments(roster.only("sandbox")))
                .containsExactly("--port", String.valueOf(roster.only("sandbox").port()));
    }
}
