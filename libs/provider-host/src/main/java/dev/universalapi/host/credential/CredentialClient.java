package dev.universalapi.host.credential;

import dev.universalapi.platform.security.Badge;
import dev.universalapi.platform.security.InternalToken;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Asks auth-service for credentials, one replica after the other.
final class CredentialClient implements CredentialSource {
    private static final Duration CONNECTING = Duration.ofSeconds(1);
    private static final int NOT_FOUND = 404;

    private final DiscoveryClient discovery;
    private final OwnCredentialsProperties properties;
    private final Badge badge;
    private final JsonMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECTING).build();

    private record Having(List<String> providers) {}

    CredentialClient(DiscoveryClient discovery, OwnCredentialsProperties properties, Badge badge, JsonMapper json) {
        this.discovery = discovery;
        this.properties = properties;
        this.badge = badge;
        this.json = json;
    }

    @Override
    public Set<String> having(String organisation) throws IOException {
        var response = send(path(organisation), HttpRequest.Builder::GET);
        return Set.copyOf(read(response, Having.class).providers());
    }

    @Override
    public Optional<Delivered> deliver(String organisation, String provider) throws IOException {
        var response = send(path(organisation) + "/" + encoded(provider), HttpRequest.Builder::GET);
        return response.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(read(response, Delivered.class));
    }

    @Override
    public void tell(String organisation, String provider, long version, String state) throws IOException {
        var body = json.writeValueAsBytes(Map.of("version", version, "state", state));
        var response = send(
                path(organisation) + "/" + encoded(provider) + "/state",
                request -> request.header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(body)));
        if (response.statusCode() / 100 != 2) {
            throw answered(response);
        }
    }

    private HttpResponse<byte[]> send(String path, UnaryOperator<HttpRequest.Builder> how) throws IOException {
        var failure = new IOException("discovery knows no " + properties.service());
        for (var instance : instances()) {
            try {
                var request = how.apply(HttpRequest.newBuilder(URI.create(instance.getUri() + path))
                        .timeout(properties.patience())
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
        var instances = new ArrayList<>(discovery.getInstances(properties.service()));
        Collections.shuffle(instances);
        return instances;
    }

    private <T> T read(HttpResponse<byte[]> response, Class<T> type) throws IOException {
        if (response.statusCode() != 200) {
            throw answered(response);
        }
        try {
            return json.readValue(response.body(), type);
        } catch (JacksonException _) {
            // its message may hold what was read
            throw new IOException(properties.service() + " answered something that cannot be read");
        }
    }

    private IOException answered(HttpResponse<byte[]> response) {
        return new IOException(properties.service() + " answered " + response.statusCode());
    }

    private static String path(String organisation) {
        return "/internal/credentials/" + encoded(organisation);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
