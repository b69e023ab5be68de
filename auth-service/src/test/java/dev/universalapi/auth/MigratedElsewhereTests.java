package dev.universalapi.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.universalapi.platform.tenant.Database;
import dev.universalapi.platform.tenant.DatabaseProperties;
import dev.universalapi.testkit.store.RealDatabase;
import dev.universalapi.testkit.store.RealKafka;
import dev.universalapi.testkit.store.RealPostgres;
import dev.universalapi.testkit.store.RealStores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

@RealStores
class MigratedElsewhereTests {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final RealDatabase real = RealPostgres.database();

    @Test
    void waitsUnreadyUntilSomebodyMigratesAndThenMakesWhatItBeginsWith(@TempDir Path folder) throws Exception {
        var management = freePort();
        var arguments = arguments(management, folder);

        var starting = CompletableFuture.supplyAsync(
                () -> SpringApplication.run(AuthApplication.class, arguments), Thread::startVirtualThread);
        await().atMost(LONG).until(() -> readiness(management).contains("platform_history is not there"));
        assertThat(starting).isNotDone();
        migrate();

        try (var _ = starting.get(LONG.toSeconds(), TimeUnit.SECONDS)) {
            assertThat(readiness(management)).startsWith("200");
            assertThat(firstKeys()).isOne();
        }
    }

    private void migrate() {
        var properties = new Binder(new MapConfigurationPropertySource(real.settings()))
                .bind("universal.database", DatabaseProperties.class)
                .get();
        Database.open(properties, "migration", new SimpleMeterRegistry()).close();
    }

    private int firstKeys() throws SQLException {
        try (var connection = real.connect(real.superuser());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from api_key where organisation = 'local'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /// The status, and what it says; 0 while nobody answers.
    private static String readiness(int port) throws InterruptedException {
        try {
            var answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                            .build(),
                    BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (IOException _) {
            return "0";
        }
    }

    private String[] arguments(int management, Path folder) throws IOException, JOSEException {
        var key = new ECKeyGenerator(Curve.P_256).keyID("gateway").generate();
        var jwks = Files.writeString(folder.resolve("jwks.json"), new JWKSet(key).toString(true));
        var keys = Files.writeString(folder.resolve("keys"), "0".repeat(64) + " local live *:*\n");
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--management.server.port=" + management,
                "--spring.cloud.config.enabled=false",
                "--eureka.client.enabled=false",
                "--spring.kafka.bootstrap-servers=" + RealKafka.bootstrapServers(),
                "--universal.security.jwks=" + jwks.toUri(),
                "--universal.auth.first.keys=" + keys,
                "--universal.database.migrate=never"));
        real.settings().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return arguments.toArray(String[]::new);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
