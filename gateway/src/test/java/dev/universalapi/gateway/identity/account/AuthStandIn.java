package dev.universalapi.gateway.identity.account;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/// What the gateway asks of auth-service, over HTTP: keys by their digests, and what was reported to it.
public final class AuthStandIn implements AutoCloseable {
    private static final String KEYS = "/internal/keys/";

    public final Map<String, String> keys = new ConcurrentHashMap<>();
    public final List<String> asked = new CopyOnWriteArrayList<>();
    public final List<String> tokens = new CopyOnWriteArrayList<>();
    public final List<String> used = new CopyOnWriteArrayList<>();
    public final List<String> refused = new CopyOnWriteArrayList<>();
    private final DisposableServer server;
    private volatile Mono<Void> before = Mono.empty();
    private volatile int status;

    public AuthStandIn() {
        this.server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.get(KEYS + "{sha256}", this::key)
                        .post(KEYS + "used", (request, response) -> noted(used, request, response))
                        .post("/internal/audit", (request, response) -> noted(refused, request, response)))
                .bindNow();
    }

    public String uri() {
        return "http://127.0.0.1:" + server.port();
    }

    /// It answers when that has happened.
    public void waitsFor(Mono<Void> event) {
        before = event;
    }

    /// It answers everything with a status of its own; 0: as it should.
    public void fails(int with) {
        status = with;
    }

    /// A key that is good, and whatever is added to it, members of JSON.
    public void knows(String sha256, String scopes, String more) {
        keys.put(sha256, """
                {"keyId": "key_%s", "organisation": "org_1", "project": "prj_1", "environment": "live", "scopes": [%s],
                 "plan": "internal", "status": "active"%s}""".formatted(sha256.substring(0, 8), scopes, more));
    }

    /// A key that is not.
    public void knowsAs(String sha256, String status) {
        keys.put(sha256, """
                {"keyId": "key_1", "organisation": "org_1", "project": "prj_1", "environment": "live",
                 "scopes": ["*:*"], "plan": "internal", "status": "%s"}""".formatted(status));
    }

    private Publisher<Void> key(HttpServerRequest request, HttpServerResponse response) {
        var sha256 = String.valueOf(request.param("sha256"));
        asked.add(sha256);
        tokens.add(request.requestHeaders().get("X-Internal-Token", ""));
        var answer = keys.get(sha256);
        if (status != 0) {
            return response.status(status).sendString(before.then(Mono.just("no")));
        }
        return answer == null
                ? response.status(404).sendString(before.then(Mono.just("{}")))
                : response.header("Content-Type", "application/json").sendString(before.then(Mono.just(answer)));
    }

    private static Publisher<Void> noted(List<String> where, HttpServerRequest request, HttpServerResponse response) {
        return request.receive()
                .aggregate()
                .asString(StandardCharsets.UTF_8)
                .doOnNext(where::add)
                .then(response.status(204).send());
    }

    @Override
    public void close() {
        server.disposeNow(Duration.ofSeconds(5));
    }
}
