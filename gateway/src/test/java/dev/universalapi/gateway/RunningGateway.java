package dev.universalapi.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.universalapi.platform.security.ApiKey;
import dev.universalapi.platform.security.Caller.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole gateway on free ports, with one key that it knows, in front of the given instances of search-service.
public final class RunningGateway implements AutoCloseable {

    private static final JsonMapper json = new JsonMapper();
    /// Without accounts, and with doors to made-up routes.
    private static final Map<String, String> usual = Map.of(
            "universal.gateway.identity.service", "",
            "universal.gateway.scopes", "classpath:made-up-scopes.tsv");

    public final ApiKey key = ApiKey.random(Environment.LIVE, new SecureRandom());
    public final Path keys;
    public final ConfigurableApplicationContext context;
    private final ECKey signing;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public RunningGateway(List<String> instances, String... settings) {
        this(Map.of("search-service", instances), settings);
    }

    /// In front of several services, each with its instances.
    public RunningGateway(Map<String, List<String>> services, String... settings) {
        try {
            Path folder = Files.createTempDirectory("gateway");
            keys = Files.writeString(folder.resolve("keys"), key.sha256() + " acme live\n");
            signing = new ECKeyGenerator(Curve.P_256).keyID("test").generate();
            Path jwk = Files.writeString(folder.resolve("signing.json"), signing.toJSONString());
            List<String> all = new ArrayList<>(List.of(
                    "--server.port=0",
                    "--management.server.port=0",
                    "--spring.cloud.config.enabled=false",
                    "--eureka.client.enabled=false",
                    "--universal.observability.logs=text",
                    "--universal.gateway.keys=" + keys,
                    "--universal.gateway.signing-key=" + jwk.toUri()));
            services.forEach((service, instances) -> {
                for (int i = 0; i < instances.size(); i++) {
                    all.add("--spring.cloud.discovery.client.simple.instances.%s[%d].uri=%s"
                            .formatted(service, i, instances.get(i)));
                }
            });
            all.addAll(List.of(settings));
            usual.forEach((name, value) -> {
                if (all.stream().noneMatch(given -> given.startsWith("--" + name + "="))) {
                    all.add("--" + name + "=" + value);
                }
            });
            context = SpringApplication.run(GatewayApplication.class, all.toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public int managementPort() {
        return context.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
    }

    public String jwks() {
        return new JWKSet(signing.toPublicJWK()).toString();
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /// A request with the key, headers as pairs.
    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + key.text())
                .timeout(Duration.ofSeconds(20));
        return headers.length == 0 ? request : request.headers(headers);
    }

    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send(request(path, headers));
    }

    public HttpResponse<String> getWithoutKey(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    public HttpClient client() {
        return http;
    }

    /// What comes back for bytes that no client library would send, until the gateway closes or says no more.
    public String raw(String request) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    public Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(20_000);
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()));
        return socket;
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }

    @Override
    public void close() {
        context.close();
    }
}
