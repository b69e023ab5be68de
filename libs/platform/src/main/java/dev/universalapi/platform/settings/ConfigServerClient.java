package dev.universalapi.platform.settings;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks config-server what holds for one application.
final class ConfigServerClient {
    private static final JsonMapper JSON = new JsonMapper();

    private final List<URI> addresses;
    private final SimpleClientHttpRequestFactory http = new SimpleClientHttpRequestFactory();

    /// @param addresses each the whole address of the application's settings; the first that answers is believed
    ConfigServerClient(List<URI> addresses, SettingsProperties properties) {
        this.addresses = List.copyOf(addresses);
        http.setConnectTimeout(properties.connectTimeout());
        http.setReadTimeout(properties.readTimeout());
    }

    /// Whether there is anybody to ask.
    boolean isUsed() {
        return !addresses.isEmpty();
    }

    /// What it says, first source first.
    ///
    /// @throws IOException if none of the addresses answers in a way that can be read
    List<PropertySource<?>> fetch() throws IOException {
        var failure = new IOException("no address of config-server is known");
        for (var address : addresses) {
            try {
                return ask(address);
            } catch (IOException away) {
                failure = away;
            }
        }
        throw failure;
    }

    private List<PropertySource<?>> ask(URI address) throws IOException {
        var request = http.createRequest(address, HttpMethod.GET);
        request.getHeaders().setAccept(List.of(MediaType.APPLICATION_JSON));
        try (var response = request.execute()) {
            if (!response.getStatusCode().is2xxSuccessful()) {
                throw new IOException(
                        "config-server answered " + response.getStatusCode().value());
            }
            return read(JSON.readTree(response.getBody()));
        } catch (JacksonException unreadable) {
            throw new IOException("config-server answered something that is not its JSON", unreadable);
        }
    }

    private static List<PropertySource<?>> read(JsonNode answer) {
        var sources = new ArrayList<PropertySource<?>>();
        for (var source : answer.path("propertySources")) {
            Map<String, Object> values = new LinkedHashMap<>();
            source.path("source").forEachEntry((key, value) -> values.put(key, value.asString()));
            sources.add(new MapPropertySource(
                    "live " + sources.size() + " " + source.path("name").asString(), values));
        }
        return sources;
    }
}
