package dev.universalapi.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/// Asks a part in its own container how it is: `PORT [PATH]`, by default for its readiness. Ends with 0 when it is
/// answered with 200 within three seconds, else with 1. `hold` stays until it is ended, and keeps a network for others.
///
/// It runs every few seconds beside each part, so it speaks HTTP by hand: Java's clients take longer to load than to
/// ask.
public final class Probe {
    private static final String READINESS = "/actuator/health/readiness";
    private static final int LIMIT_MILLIS = 3_000;
    private static final String GOOD = "HTTP/1.1 200 ";

    private Probe() {}

    static void main(String[] arguments) throws InterruptedException {
        if (arguments[0].equals("hold")) {
            new CountDownLatch(1).await();
        }
        var path = arguments.length > 1 ? arguments[1] : READINESS;
        Runtime.getRuntime().exit(isWell(Integer.parseInt(arguments[0]), path) ? 0 : 1);
    }

    static boolean isWell(int port, String path) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LIMIT_MILLIS);
            socket.setSoTimeout(LIMIT_MILLIS);
            var request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var begin = socket.getInputStream().readNBytes(GOOD.length());
            return new String(begin, StandardCharsets.US_ASCII).equals(GOOD);
        } catch (IOException _) {
            return false;
        }
    }
}
