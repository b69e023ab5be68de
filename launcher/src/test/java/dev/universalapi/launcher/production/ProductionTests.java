package dev.universalapi.launcher.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.launcher.FakeProject.Words;
import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.process.Stamp;
import dev.universalapi.launcher.suite.Suite;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductionTests {
    private static final Map<String, String> SOUND = Map.ofEntries(
            Map.entry("SERVER_SSL_BUNDLE", "door"),
            Map.entry("SERVER_ADDRESS", "0.0.0.0"),
            Map.entry("UNIVERSAL_DATABASE_URL", "jdbc:postgresql://127.0.0.1:5432/analytics"),
            Map.entry("UNIVERSAL_REDIS_URI", "rediss://redis:6379"),
            Map.entry("UNIVERSAL_REDIS_PASSWORDFILE", "/run/secrets/redis"),
            Map.entry(
                    "JAVA_TOOL_OPTIONS",
                    "-XX:MaxRAMPercentage=70 -XX:+UseParallelGC -XX:AOTCache=app.aot -XX:+ExitOnOutOfMemoryError"));

    @TempDir
    Path parent;

    private final Words words = new Words();
    private Home home;

    @BeforeEach
    void prepare() {
        home = new Home(parent.resolve("home"));
        home.prepare();
    }

    private int run(Map<String, String> environment, Set<String> confirmed) {
        return new Production(home, environment, confirmed).run(words.terminal());
    }

    private String line(String name) {
        return words.toString()
                .lines()
                .filter(line -> line.substring(5).strip().startsWith(name + " "))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void failsWhereNothingWasSet() {
        var code = run(Map.of(), Set.of());

        assertThat(code).isOne();
        assertThat(words.toString().lines().filter(line -> line.startsWith("FAIL")))
                .hasSize(13);
        assertThat(words.toString()).contains("13 of 13 fail");
    }

    @Test
    void passesWhereAllIsSetOrConfirmed() throws IOException {
        Files.writeString(home.lastBackup(), "now");
        var environment = new HashMap<>(SOUND);
        environment.putAll(OwnSecrets.in(parent).environment());

        var code = run(environment, Set.of("first-keys", "replicas", "topics", "ports"));

        assertThat(words.toString()).doesNotContain("FAIL").contains("Nothing stands against it.");
        assertThat(code).isZero();
    }

    @Test
    void seesWhatIsOnlyForOneMachine() throws IOException {
        Files.writeString(home.config().resolve("gateway.yml"), """
                universal:
                  gateway:
                    keys: "%s"   # as up has it
                    signing-key: file:/run/secrets/key
                  security.jwks: file:/run/secrets/jwks
                  redis.uri: redis://redis:6379
                  redis.password-file: /run/secrets/redis
                  database:
                    url: jdbc:postgresql://database/analytics
                server.address: 127.0.0.1
                spring.kafka.bootstrap-servers: nowhere
                """.formatted(
                        home.identity().resolve("keys")));

        run(Map.of(), Set.of());

        assertThat(line("operators")).contains("universal.gateway.keys is what up made for this machine");
        assertThat(line("address")).contains("127.0.0.1, which nobody else reaches");
        assertThat(line("quotas")).contains("in the clear");
        assertThat(line("fsync")).contains("SHOW fsync");
        assertThat(line("topics")).contains("nowhere does not answer");
    }

    @Test
    void takesNoConfirmationOfWhatItDoesNotKnow() {
        assertThatThrownBy(() -> run(Map.of(), Set.of("luck")))
                .isInstanceOf(LauncherException.class)
                .hasMessageStartingWith("--confirmed takes one of [signing, operators, masters, first-keys, tls, ");
    }

    @Test
    void countsBrokersAndTheCopiesOfTopics() throws IOException {
        try (var kafka = FakeKafka.of(3, Map.of("search.events", 3, "auth.events", 3))) {
            run(Map.of("SPRING_KAFKA_BOOTSTRAPSERVERS", kafka.server() + ",127.0.0.1:1"), Set.of());
        }

        assertThat(line("topics")).startsWith("pass").endsWith("3 brokers, three copies of every topic");
    }

    @Test
    void namesTopicsWithTooFewCopies() throws IOException {
        try (var kafka = FakeKafka.of(3, Map.of("search.events", 3, "auth.events", 2))) {
            run(Map.of("SPRING_KAFKA_BOOTSTRAPSERVERS", kafka.server()), Set.of());
        }

        assertThat(line("topics")).startsWith("FAIL").contains("fewer than three copies of [auth.events]");
    }

    @Test
    void threeBrokersAreWanted() throws IOException {
        try (var kafka = FakeKafka.of(2, Map.of("search.events", 3))) {
            run(Map.of("SPRING_KAFKA_BOOTSTRAPSERVERS", kafka.server()), Set.of());
        }

        assertThat(line("topics")).startsWith("FAIL").contains("2 brokers");
    }

    @Test
    void passesTwoOfEverythingThatNobodyReachesFromOutside() throws IOException {
        runs("gateway", "gateway-2", "search-service", "search-service-2", "discovery");

        run(Map.of(), Set.of());

        assertThat(line("replicas")).startsWith("pass").endsWith("two or more of everything that answers");
        assertThat(line("ports")).startsWith("pass").endsWith("nothing but the gateway is reached from outside");
    }

    @Test
    void namesWhatRunsAlone() throws IOException {
        runs("gateway", "gateway-2", "search-service", "discovery");

        run(Map.of(), Set.of());

        assertThat(line("replicas")).startsWith("FAIL").contains("one alone of search-service");
    }

    @Test
    void namesPortsThatAreReachedFromOutside() throws IOException {
        try (var open = new ServerSocket(0)) {
            runs(open.getLocalPort(), "gateway", "search-service");

            run(Map.of(), Set.of());

            assertThat(line("ports"))
                    .satisfiesAnyOf(
                            line -> assertThat(line).startsWith("FAIL").endsWith("outside: " + open.getLocalPort()),
                            _ -> assertThat(NetworkInterface.networkInterfaces()
                                            .flatMap(NetworkInterface::inetAddresses)
                                            .allMatch(InetAddress::isLoopbackAddress))
                                    .as("this machine has no other address")
                                    .isTrue());
        }
    }

    private void runs(String... instances) throws IOException {
        runs(closedPort(), instances);
    }

    /// As if a suite ran: this process for its launcher, and all its parts at one port.
    private void runs(int port, String... instances) throws IOException {
        var lines = new ArrayList<>(List.of("launcher=" + stamp(), "phase=READY", "mode=SANDBOX", "why=as wanted"));
        for (var instance : instances) {
            var part = instance.replaceAll("-\\d$", "");
            lines.add("member.%d=%s %s %d %d %s READY 0"
                    .formatted(lines.size() - 4, instance, part, port, port, stamp()));
        }
        Files.write(Suite.stateFile(home), lines);
    }

    private static String stamp() {
        var stamp = Stamp.of(ProcessHandle.current());
        return stamp.pid() + " " + stamp.started();
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
