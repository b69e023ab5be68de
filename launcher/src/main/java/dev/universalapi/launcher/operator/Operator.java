package dev.universalapi.launcher.operator;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.identity.Identity;
import dev.universalapi.launcher.suite.State;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Who has the key of a home, and asks the suite that runs from there.
///
/// @param gateway where
/// @param key by which
public record Operator(URI gateway, String key) {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int FAILURES = 400;
    private static final int AWAY = 502;
    private static final int LATE = 504;

    /// What came back.
    public record Answer(int status, String text) {

        public boolean isGood() {
            return status < FAILURES;
        }

        /// Whether the same may be answered a moment later.
        public boolean isPassing() {
            return status >= AWAY && status <= LATE;
        }
    }

    public static Operator of(Home home, State running) {
        return new Operator(running.gateway().address(), new Identity(home.identity()).bootstrapKey());
    }

    /// Asks without a body.
    ///
    /// @param method of HTTP
    /// @param path with its query
    /// @param accept the type wanted
    public Answer ask(String method, String path, String accept) {
        try (var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(LIMIT)
                .build()) {
            var response = http.send(
                    HttpRequest.newBuilder(gateway.resolve(path))
                            .timeout(LIMIT)
                            .header("Authorization", "Bearer " + key)
                            .header("Accept", accept)
                            .method(method, BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new LauncherException("The suite does not answer: " + LauncherException.why(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted", e);
        }
    }

    /// Keys are in no log.
    @Override
    public String toString() {
        return "Operator[" + gateway + "]";
    }
}
