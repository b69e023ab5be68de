package dev.universalapi.testkit.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/// Speaks TLS for a server of this machine that does not, and counts who trusted it.
public final class TlsFront implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final SSLServerSocket door;
    private final int behind;
    private final AtomicInteger trusted = new AtomicInteger();

    private TlsFront(SSLServerSocket door, int behind) {
        this.door = door;
        this.behind = behind;
    }

    /// Opens one.
    ///
    /// @param behind the port of the server that it speaks for; who is let in where none listens is cut off
    public static TlsFront of(SelfSigned certificate, int behind) {
        try {
            var door = (SSLServerSocket) certificate
                    .context()
                    .getServerSocketFactory()
                    .createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
            var front = new TlsFront(door, behind);
            Thread.ofVirtual().name("tls").start(front::serve);
            return front;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    /// How many connections came as far as speaking TLS.
    public int trusted() {
        return trusted.get();
    }

    private void serve() {
        try {
            while (true) {
                var caller = (SSLSocket) door.accept();
                Thread.ofVirtual().start(() -> serve(caller));
            }
        } catch (IOException _) {
            // closed
        }
    }

    private void serve(SSLSocket caller) {
        try (caller) {
            caller.startHandshake();
            // with TLS 1.3 who does not trust says so after the handshake
            var first = caller.getInputStream().read();
            if (first < 0) {
                return;
            }
            trusted.incrementAndGet();
            try (var server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
                server.getOutputStream().write(first);
                var back = Thread.ofVirtual().start(() -> pass(server, caller));
                pass(caller, server);
                back.join();
            }
        } catch (IOException _) {
            // one of them has gone
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) {
            // one of them has gone
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
