package dev.universalapi.sandbox;

import com.sun.net.httpserver.HttpServer;
import dev.universalapi.engine.manifest.Catalogue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A running sandbox, on the loopback address alone.
final class Sandbox implements AutoCloseable {
    static {
        // Without it an answer on a kept connection waits 40 ms for the caller's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1024");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final Faults faults;
    private final int providers;

    private Sandbox(HttpServer server, ExecutorService threads, Faults faults, int providers) {
        this.server = server;
        this.threads = threads;
        this.faults = faults;
        this.providers = providers;
    }

    /// @param port 0 lets the system choose
    static Sandbox start(int port, Catalogue catalogue, Recordings recordings) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var faults = new Faults();
        var calls = new Calls();
        var admin = new Admin(catalogue, faults, calls);
        server.setExecutor(threads);
        server.createContext(
                "/", new Outside(catalogue, recordings, new StandIn(recordings, faults, calls), calls, admin));
        server.start();
        return new Sandbox(server, threads, faults, catalogue.providers().size());
    }

    int port() {
        return server.getAddress().getPort();
    }

    int providers() {
        return providers;
    }

    /// Lifts all faults, so that nobody is held, and stops.
    @Override
    public void close() {
        faults.clear();
        server.stop(0);
        threads.shutdownNow();
    }
}
