package dev.universalapi.host.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.Asking;
import dev.universalapi.engine.Ending;
import dev.universalapi.engine.Providers;
import dev.universalapi.engine.choice.Route;
import dev.universalapi.host.ProvidersProperties.Mode;
import dev.universalapi.host.remote.House.Order;
import dev.universalapi.platform.security.Badge;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.security.Caller.Environment;
import dev.universalapi.platform.security.InternalToken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;

/// Providers that are asked by HTTP, and what becomes of it where nobody, or somebody else, is there.
class RemoteProvidersTests extends ProvidersContract {
    private static final Badge BADGE = new Badge(House.PARTS, "search");
    private static final String FLOURS = "/internal/providers/grain/flours";

    private final List<ServiceInstance> instances = new ArrayList<>();
    private final HostClient client = new HostClient(new Registry(instances), "house", BADGE);
    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    private org.springframework.core.env.Environment environment;

    /// Discovery that knows what a test says.
    private record Registry(List<ServiceInstance> instances) implements DiscoveryClient {
        @Override
        public String description() {
            return "of a test";
        }

        @Override
        public List<ServiceInstance> getInstances(String service) {
            return service.equals("house") ? List.copyOf(instances) : List.of();
        }

        @Override
        public List<String> getServices() {
            return List.of("house");
        }
    }

    @BeforeEach
    void register() {
        instances.add(at(environment.getRequiredProperty("local.server.port", Integer.class)));
    }

    @AfterEach
    void close() {
        client.close();
        http.close();
    }

    @Override
    Providers providers() {
        return new RemoteRespondents(client, House.OPERATIONS, Mode.LIVE).of(CALLER);
    }

    @Test
    void theTokenSaysWhichEngineIsAsked() {
        var live = new RemoteRespondents(client, House.OPERATIONS, Mode.LIVE)
                .of(new Caller("key-1", "acme", Environment.LIVE, List.of()));

        assertThat(live.plan(flours(), asking(Route.ANY)).mode()).isEqualTo("live");
        assertThat(providers().plan(flours(), asking(Route.ANY)).mode()).isEqualTo("sandbox");
    }

    @Test
    void nobodyAnswersWhereNobodyIsThere() {
        instances.clear();

        var refused = refused(providers().ask(flours(), asking(Route.ANY)));
        var ending = (Ending.Refused) stream(this::take);

        assertThat(refused.type()).isEqualTo(ProblemType.SERVICE_UNAVAILABLE);
        assertThat(refused.detail()).isEqualTo("No house is there to be asked.");
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(5));
        assertThat(refused.receipt().attempts()).isEmpty();
        assertThat(refused.receipt().operation()).isEqualTo("grain/flours");
        assertThat(ending.type()).isEqualTo(ProblemType.SERVICE_UNAVAILABLE);
        assertThat(providers().plan(flours(), asking(Route.ANY)).candidates()).isEmpty();
    }

    @Test
    void asksAnotherWhereNothingCouldBeSent() throws IOException {
        OUTLAND.says(MILL, 200, "{\"flours\":[]}");
        instances.addFirst(at(closedPort()));

        for (int i = 0; i < 10; i++) {
            answered(providers().ask(flours(), asking(only("mill"))));
        }
    }

    @Test
    void nobodyAnswersWhereBothRefuseConnections() throws IOException {
        instances.clear();
        instances.add(at(closedPort()));
        instances.add(at(closedPort()));

        assertThat(refused(providers().ask(new Order(1), asking(Route.ANY))).type())
                .isEqualTo(ProblemType.SERVICE_UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "[1]", "{\"answered\":{\"data\":{\"flours\":7}}}", "{\"answered\":{}}"})
    void nonsenseIsNoAnswer(String said) throws IOException {
        var other = other(200, said);

        var refused = refused(providers().ask(flours(), asking(Route.ANY)));
        var unknown = refused(providers().ask(new Order(1), asking(Route.ANY)));
        other.stop(0);

        assertThat(refused.type()).isEqualTo(ProblemType.BAD_GATEWAY);
        assertThat(unknown.type()).isEqualTo(ProblemType.OUTCOME_UNKNOWN);
    }

    @Test
    void whatIsAddedToAnAnswerIsLeftOut() throws IOException {
        OUTLAND.says(MILL, 200, "{\"flours\":[]}");
        var asked = http(FLOURS, BADGE.token(Badge.PROVIDERS, Environment.TEST), question());
        var other = other(200, asked.body().replaceFirst("\"data\":\\{", "\"data\":{\"newer\":[1],"));

        var answered = answered(providers().ask(flours(), asking(only("mill"))));
        other.stop(0);

        assertThat(answered.data()).isEqualTo(new House.Flours.Answer(List.of()));
    }

    @Test
    void aProblemOfTheHostIsTold() throws IOException {
        var other = other(503, "{\"type\":\"/docs/problems/overloaded\",\"detail\":\"Too many.\",\"retryAfter\":3}");

        var refused = refused(providers().ask(flours(), asking(Route.ANY)));
        other.stop(0);

        assertThat(refused.type()).isEqualTo(ProblemType.OVERLOADED);
        assertThat(refused.detail()).isEqualTo("Too many.");
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void whoBreaksTheConnectionMayHaveDoneIt() throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            instances.clear();
            instances.add(at(server.getLocalPort()));
            Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 2; i++) {
                    try (var socket = server.accept()) {
                        var _ = socket.getInputStream().read();
                    } catch (IOException _) {
                        return;
                    }
                }
            });

            assertThat(refused(providers().ask(flours(), asking(Route.ANY))).type())
                    .isEqualTo(ProblemType.BAD_GATEWAY);
            assertThat(refused(providers().ask(new Order(1), asking(Route.ANY))).type())
                    .isEqualTo(ProblemType.OUTCOME_UNKNOWN);
        }
    }

    @Test
    void whoNeverAnswersIsNotWaitedFor() throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            instances.clear();
            instances.add(at(server.getLocalPort()));
            var soon = new Asking("r", "acme", Instant.now(), Route.ANY);

            assertThat(refused(providers().ask(flours(), soon)).type()).isEqualTo(ProblemType.GATEWAY_TIMEOUT);
        }
    }

    @Test
    void status401And403ForAllOthers() throws IOException {
        var gateway = House.GATEWAY.mint(new Caller("key-1", "acme", Environment.LIVE, List.of("*")));

        assertThat(http(FLOURS, "nonsense", question()).statusCode()).isEqualTo(401);
        assertThat(http(FLOURS, gateway, question()).statusCode()).isEqualTo(403);
        assertThat(http(FLOURS, BADGE.token(Badge.VERIFY), question()).statusCode())
                .isEqualTo(403);
        assertThat(http(FLOURS + "/plan", BADGE.token(Badge.CREDENTIALS), question())
                        .statusCode())
                .isEqualTo(403);
        assertThat(http(FLOURS + "/stream", BADGE.token(Badge.VERIFY), question())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void status400And404ForWhatThisVersionDoesNotKnow() throws IOException {
        var token = BADGE.token(Badge.PROVIDERS);

        assertThat(http(FLOURS, token, question().replace("\"grain\"", "\"newer\":1,\"grain\""))
                        .statusCode())
                .isEqualTo(400);
        assertThat(http(FLOURS, token, "{").statusCode()).isEqualTo(400);
        assertThat(http("/internal/providers/grain/bread", token, question()).statusCode())
                .isEqualTo(404);
    }

    private String question() {
        return new String(
                Wire.bytes(Asked.of(flours(), asking(only("mill")), Duration.ofSeconds(5))), StandardCharsets.UTF_8);
    }

    private HttpResponse<String> http(String path, String token, String body) throws IOException {
        var port = environment.getRequiredProperty("local.server.port", Integer.class);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header(InternalToken.HEADER, token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// One that says always the same, in place of the host.
    private HttpServer other(int status, String body) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        instances.clear();
        instances.add(at(server.getAddress().getPort()));
        return server;
    }

    private static ServiceInstance at(int port) {
        return new DefaultServiceInstance("house:" + port, "house", "127.0.0.1", port, false);
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
