package dev.universalapi.host.account;

import dev.universalapi.platform.security.Badge;
import dev.universalapi.platform.security.InternalToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Asks auth-service, one replica after the other, with what opens the credentials of organisations.
public final class AccountClient {
    private static final Duration CONNECTING = Duration.ofSeconds(1);

    private final DiscoveryClient discovery;
    private final String service;
    private final Duration patience;
    private final Badge badge;
    private final JsonMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECTING).build();

    /// @param service who is asked, as discovery knows it
    /// @param patience the longest that it is waited for
    public AccountClient(DiscoveryClient discovery, String service, Duration patience, Badge badge, JsonMapper json) {
        this.discovery = discovery;
        this.service = service;
        this.patience = patience;
        this.badge = badge;
        this.json = json;
    }

    /// Whatever is answered at a path.
    ///
    /// @throws IOException if nobody answers
    public HttpResponse<byte[]> get(String path) throws IOException {
        return send(path, HttpRequest.Builder::GET);
    }

    /// Tells something at a path.
    ///
    /// @param body what is written as JSON
    /// @throws IOException if nobody answers, or it is not taken
    public void post(String path, Object body) throws IOException {
        var bytes = json.writeValueAsBytes(body);
        var response = send(
                path,
                request -> request.header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(bytes)));
        if (response.statusCode() / 100 != 2) {
            throw answered(response);
        }
    }

    /// What was answered, read.
    ///
    /// @throws IOException if it was refused or cannot be read; it says nothing of what was read
    public <T> T read(HttpResponse<byte[]> response, Class<T> type) throws IOException {
        if (response.statusCode() != 200) {
            throw answered(response);
        }
        try {
            return json.readValue(response.body(), type);
        } catch (JacksonException _) {
            // its message may hold what was read
            throw new IOException(service + " answered something that cannot be read");
        }
    }

    private HttpResponse<byte[]> send(String path, UnaryOperator<HttpRequest.Builder> how) throws IOException {
        var failure = new IOException("discovery knows no " + service);
        for (var instance : instances()) {
            try {
                var request = how.apply(HttpRequest.newBuilder(URI.create(instance.getUri() + path))
                        .timeout(patience)
                        .header(InternalToken.HEADER, badge.token(Badge.CREDENTIALS)));
                return http.send(request.build(), BodyHandlers.ofByteArray());
            } catch (IOException away) {
                failure = away;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new IOException("the caller left");
            }
        }
        throw failure;
    }

    private List<ServiceInstance> instances() {
        var instances = new ArrayList<>(discovery.getInstances(service));
        Collections.shuffle(instances);
        return instances;
    }

    private IOException answered(HttpResponse<byte[]> response) {
        return new IOException(service + " answered " + response.statusCode());
    }
}
