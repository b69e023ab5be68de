package dev.universalapi.launcher;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Stands in for a part of the suite: a jar that can be extracted, and a program that answers as a part does where the
/// launcher looks. It imports nothing of ours, so that it runs from a jar of its own.
public final class FakePart {
    private static final List<String> PORTS = List.of("--server.port", "--management.server.port", "--port");
    private static final byte[] ANSWER = "{\"status\":\"UP\"}".getBytes(StandardCharsets.UTF_8);

    private FakePart() {}

    public static void main(String[] arguments) throws IOException {
        if (System.getProperty("jarmode") != null) {
            extract(Path.of(arguments[2]));
        } else if (given(arguments, "--die").isPresent()) {
            throw new IllegalStateException("this part was told to die");
        } else {
            for (var name : PORTS) {
                var port = given(arguments, name);
                if (port.isPresent()) {
                    listen(Integer.parseInt(port.get()));
                }
            }
        }
    }

    private static Optional<String> given(String[] arguments, String name) {
        for (var i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith(name + "=")) {
                return Optional.of(arguments[i].substring(name.length() + 1));
            }
            if (arguments[i].equals(name) && i + 1 < arguments.length) {
                return Optional.of(arguments[i + 1]);
            }
        }
        return Optional.empty();
    }

    private static void extract(Path folder) throws IOException {
        var jar = Path.of(System.getProperty("java.class.path"));
        Files.createDirectories(folder);
        Files.copy(jar, folder.resolve(jar.getFileName()));
    }

    private static void listen(int port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, ANSWER.length);
            exchange.getResponseBody().write(ANSWER);
            exchange.close();
        });
        server.start();
    }
}
