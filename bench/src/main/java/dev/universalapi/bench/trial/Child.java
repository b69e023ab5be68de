package dev.universalapi.bench.trial;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A process of a trial, ended with it.
public record Child(Process process, Path log) implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final int GRACE_SECONDS = 10;

    /// Starts one and waits until an address of it answers 200.
    public static Child start(List<String> command, Path log, URI address, String... headers)
            throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var child = new Child(process, log);
        var request = HttpRequest.newBuilder(address);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (var http = HttpClient.newHttpClient()) {
            var seconds = Patience.secondsUntil(
                    START,
                    () -> http.send(request.build(), BodyHandlers.discarding()).statusCode() == 200);
            if (seconds < 0) {
                child.close();
                throw new IOException(command.getFirst() + " does not answer at " + address + "; see " + log);
            }
        }
        return child;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
