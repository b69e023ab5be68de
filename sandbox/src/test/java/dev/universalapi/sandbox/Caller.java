package dev.universalapi.sandbox;

import dev.universalapi.egress.EgressRequest;
import dev.universalapi.egress.EgressResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Calls a sandbox as a host would: the provider's request, sent to the sandbox with the provider's `Host`.
final class Caller implements AutoCloseable {
    static {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;

    Caller(int port) {
        this.port = port;
    }

    HttpResponse<byte[]> call(EgressRequest request) throws IOException, InterruptedException {
        return call(request, PATIENCE);
    }

    HttpResponse<byte[]> call(EgressRequest request, Duration patience) throws IOException, InterruptedException {
        var query = request.uri().getRawQuery();
        var call = HttpRequest.newBuilder(at(request.uri().getRawPath() + (query == null ? "" : "?" + query)))
                .header("Host", request.uri().getHost())
                .timeout(patience)
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(call::setHeader);
        return client.send(call.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /// A call that no manifest made.
    HttpResponse<String> get(String host, String path) throws IOException, InterruptedException {
        var call = HttpRequest.newBuilder(at(path))
                .header("Host", host)
                .timeout(PATIENCE)
                .build();
        return client.send(call, HttpResponse.BodyHandlers.ofString());
    }

    /// A call to the sandbox's own addresses.
    HttpResponse<String> admin(String method, String path, String body) throws IOException, InterruptedException {
        var call = HttpRequest.newBuilder(at(path))
                .timeout(PATIENCE)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(call, HttpResponse.BodyHandlers.ofString());
    }

    Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    static EgressResponse received(HttpResponse<byte[]> response) {
        return new EgressResponse(response.statusCode(), response.headers().map(), response.body());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
