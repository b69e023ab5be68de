package dev.universalapi.gateway;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/// A service of ours, as the gateway sees one; it behaves by path.
public final class Upstream implements AutoCloseable {

    /// One request that arrived.
    public record Seen(String method, String uri, HttpHeaders headers) {}

    public final List<Seen> seen = new CopyOnWriteArrayList<>();
    public final CountDownLatch holding = new CountDownLatch(1);
    public final CompletableFuture<Void> release = new CompletableFuture<>();

    /// When a stream began and when it was cancelled, as told by `System.nanoTime`.
    public record Stream(CompletableFuture<Long> begun, CompletableFuture<Long> left) {}

    private final String name;
    private final DisposableServer server;
    private volatile Stream next = new Stream(new CompletableFuture<>(), new CompletableFuture<>());

    public Upstream(String name) {
        this.name = name;
        this.server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .httpRequestDecoder(spec -> spec.maxHeaderSize(32 * 1024).maxInitialLineLength(32 * 1024))
                .handle(this::handle)
                .bindNow();
    }

    public String uri() {
        return "http://127.0.0.1:" + server.port();
    }

    /// What the next stream will do.
    public Stream nextStream() {
        next = new Stream(new CompletableFuture<>(), new CompletableFuture<>());
        return next;
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        seen.add(new Seen(
                request.method().name(), request.uri(), request.requestHeaders().copy()));
        response.header("Server", "secret/1.0")
                .header("Connection", "keep-alive")
                .header("X-Upstream", name);
        return switch (request.path().substring(request.path().lastIndexOf('/') + 1)) {
            case "stream" -> stream(response);
            case "slow" -> Mono.never();
            case "hold" -> hold(response);
            case "half" ->
                response.header("Content-Length", "100")
                        .sendString(Flux.just("half").concatWith(Mono.error(new IllegalStateException("half"))));
            case "size" ->
                response.sendString(request.receive()
                        .asByteArray()
                        .map(bytes -> bytes.length)
                        .reduce(0, Integer::sum)
                        .map(String::valueOf));
            case "teapot" -> response.status(418).sendString(Mono.just("no coffee"));
            default ->
                response.header("Content-Type", "application/json")
                        .sendString(Mono.just("{\"from\":\"" + name + "\"}"));
        };
    }

    private Publisher<Void> stream(HttpServerResponse response) {
        Stream stream = next;
        response.sse();
        return response.send(
                Flux.interval(Duration.ZERO, Duration.ofMillis(50))
                        .doOnNext(_ -> stream.begun().complete(System.nanoTime()))
                        .doOnCancel(() -> stream.left().complete(System.nanoTime()))
                        .map(tick -> Unpooled.copiedBuffer("data: " + tick + "\n\n", StandardCharsets.UTF_8)),
                _ -> true);
    }

    private Publisher<Void> hold(HttpServerResponse response) {
        holding.countDown();
        return response.sendString(Mono.fromFuture(release).thenReturn("held"));
    }

    @Override
    public void close() {
        server.disposeNow(Duration.ofSeconds(5));
    }
}
