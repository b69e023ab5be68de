package dev.universalapi.host.remote;

import dev.universalapi.platform.observability.RequestId;
import dev.universalapi.platform.security.Badge;
import dev.universalapi.platform.security.Caller.Environment;
import dev.universalapi.platform.security.InternalToken;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;

/// Asks a host of providers, any replica of it; where nothing could be sent, one other.
final class HostClient implements AutoCloseable {
    private static final Duration CONNECTING = Duration.ofMillis(500);
    private static final long AVOIDED = Duration.ofSeconds(5).toNanos();
    private static final int MOST = 2;

    private final DiscoveryClient discovery;
    private final String host;
    private final Badge badge;
    private final Map<URI, Long> missed = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTING)
            .executor(Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("host").factory()))
            .build();

    /// @param host as discovery knows it
    HostClient(DiscoveryClient discovery, String host, Badge badge) {
        this.discovery = discovery;
        this.host = host;
        this.badge = badge;
    }

    /// One question as it is sent.
    ///
    /// @param most bytes of an answer that are read
    record Letter(String path, byte[] body, Environment environment, String requestId, long most) {}

    String host() {
        return host;
    }

    /// Whether discovery knows a replica.
    boolean isKnown() {
        return !discovery.getInstances(host).isEmpty();
    }

    /// Sends it, and waits so long for the first line.
    Lines send(Letter letter, Duration longest) throws InterruptedException {
        for (var instance : instances()) {
            var lines = Lines.of(http, request(instance.getUri(), letter), letter.most());
            if (reaches(lines, longest)) {
                return lines;
            }
            missed.put(instance.getUri(), System.nanoTime());
        }
        return Lines.ofNobody();
    }

    private static boolean reaches(Lines lines, Duration longest) throws InterruptedException {
        try {
            return lines.reaches(longest);
        } catch (InterruptedException left) {
            lines.close();
            throw left;
        }
    }

    private HttpRequest request(URI instance, Letter letter) {
        return HttpRequest.newBuilder(URI.create(instance + letter.path()))
                .header(InternalToken.HEADER, badge.token(Badge.PROVIDERS, letter.environment()))
                .header(RequestId.HEADER, letter.requestId())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(letter.body()))
                .build();
    }

    // who was missed a moment ago is asked last
    private List<ServiceInstance> instances() {
        var now = System.nanoTime();
        missed.values().removeIf(at -> now - at > AVOIDED);
        var instances = new ArrayList<>(discovery.getInstances(host));
        Collections.shuffle(instances);
        instances.sort(Comparator.comparing(instance -> missed.containsKey(instance.getUri())));
        return instances.stream().limit(MOST).toList();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
