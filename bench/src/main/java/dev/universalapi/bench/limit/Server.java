package dev.universalapi.bench.limit;

import dev.universalapi.bench.trial.Folder;
import dev.universalapi.bench.trial.Patience;
import dev.universalapi.launcher.home.Home;
import dev.universalapi.launcher.store.Redis;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A Redis of its own, which keeps nothing.
record Server(Process process, int port) implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(10);

    static Server start(Folder folder) throws IOException, InterruptedException {
        var home = new Home(folder.path());
        home.prepare();
        var complaint = new Redis(home).complaint(); // unpacks it
        if (complaint.isPresent()) {
            throw new IOException("Redis " + complaint.get());
        }
        var port = freePort();
        var process = new ProcessBuilder(List.of(
                        program(home).toString(),
                        "--port",
                        String.valueOf(port),
                        "--bind",
                        "127.0.0.1",
                        "--save",
                        "",
                        "--appendonly",
                        "no"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (Patience.secondsUntil(START, () -> answers(port)) < 0) {
            process.destroyForcibly();
            throw new IOException("Redis does not answer");
        }
        return new Server(process, port);
    }

    private static Path program(Home home) throws IOException {
        try (var files = Files.list(home.apps().resolve("redis"))) {
            return files.findFirst().orElseThrow();
        }
    }

    private static boolean answers(int port) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
