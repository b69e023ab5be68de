package dev.universalapi.auth.credential;

import dev.universalapi.platform.security.Badge;
import dev.universalapi.platform.security.InternalToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Has hosts of providers try credentials out.
final class HostClient {
    private static final Duration CONNECTING = Duration.ofSeconds(2);

    private final DiscoveryClient discovery;
    private final CredentialProperties properties;
    private final @Nullable Badge badge;
    private final JsonMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECTING).build();

    HostClient(DiscoveryClient discovery, CredentialProperties properties, @Nullable Badge badge, JsonMapper json) {
        this.discovery = discovery;
        this.properties = properties;
        this.badge = badge;
        this.json = json;
    }

    /// Calls the provider once, by the query of its first sample.
    Trial tryOut(String provider, Map<String, String> values) {
        if (badge == null) {
            return new Trial.Unknown("this service has no key to ask hosts with");
        }
        Trial outcome = new Trial.Unknown("no host of providers is there");
        for (var host : properties.hosts()) {
            for (var instance : instances(host)) {
                outcome = ask(instance, badge, provider, values);
                if (!(outcome instanceof Trial.Nobody || outcome instanceof Trial.Unknown)) {
                    return outcome;
                }
                if (outcome instanceof Trial.Nobody) {
                    break;
                }
            }
        }
        return outcome;
    }

    private List<ServiceInstance> instances(String host) {
        var instances = new ArrayList<>(discovery.getInstances(host));
        Collections.shuffle(instances);
        return instances;
    }

    private Trial ask(ServiceInstance instance, Badge shown, String provider, Map<String, String> values) {
        var address = URI.create(instance.getUri() + "/internal/credentials/" + provider + "/verify");
        var request = HttpRequest.newBuilder(address)
                .timeout(properties.patience())
                .header(InternalToken.HEADER, shown.token(Badge.VERIFY))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(Map.of("values", values))))
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            return read(response.statusCode(), json.readTree(response.body()));
        } catch (IOException | JacksonException away) {
            return new Trial.Unknown("the host did not answer");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Trial.Unknown("the caller left");
        }
    }

    private static Trial read(int status, JsonNode answer) {
        return switch (status) {
            case 200 -> outcome(answer);
            case 404 -> new Trial.Nobody();
            case 400 -> new Trial.Unfit(answer.path("detail").asString(""));
            default -> new Trial.Unknown("the host answered " + status);
        };
    }

    private static Trial outcome(JsonNode answer) {
        var said = answer.path("message").asString("");
        return switch (answer.path("outcome").asString("")) {
            case "ok", "empty" -> new Trial.Taken();
            case "not-asked" -> new Trial.Untried();
            case "dead-key" -> new Trial.Refused(said);
            case String other -> new Trial.Unknown(other + (said.isEmpty() ? "" : ": " + said));
        };
    }
}
