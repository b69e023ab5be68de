package dev.universalapi.launcher.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.universalapi.launcher.FakeProject.Words;
import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductionTests {
    private static final Map<String, String> SOUND = Map.ofEntries(
            Map.entry("UNIVERSAL_GATEWAY_KEYS", "/run/secrets/keys"),
            Map.entry("UNIVERSAL_GATEWAY_SIGNINGKEY", "file:/run/secrets/key"),
            Map.entry("UNIVERSAL_SECURITY_JWKS", "file:/run/secrets/jwks"),
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
                .hasSize(10);
        assertThat(words.toString()).contains("10 of 10 fail");
    }

    @Test
    void passesWhereAllIsSetOrConfirmed() throws IOException {
        Files.writeString(home.lastBackup(), "now");

        var code = run(SOUND, Set.of("replicas", "topics", "ports"));

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

        assertThat(line("secrets")).contains("universal.gateway.keys is what up made for this machine");
        assertThat(line("address")).contains("127.0.0.1, which nobody else reaches");
        assertThat(line("quotas")).contains("in the clear");
        assertThat(line("fsync")).contains("SHOW fsync");
        assertThat(line("topics")).contains("nowhere does not answer");
    }

    @Test
    void takesNoConfirmationOfWhatItDoesNotKnow() {
        assertThatThrownBy(() -> run(Map.of(), Set.of("luck")))
                .isInstanceOf(LauncherException.class)
                .hasMessageStartingWith("--confirmed takes one of [secrets, tls, ");
    }
}
