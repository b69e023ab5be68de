package dev.universalapi.launcher.process;

import dev.universalapi.launcher.LauncherException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/// Chooses ports of this machine that nobody uses, and never the same twice.
public final class Ports {
    private static final int HIGHEST = 65_535;
    private final Set<Integer> given = new HashSet<>();

    /// Exactly this one.
    public int wanted(int port) {
        if (port < 1 || port > HIGHEST) {
            throw new LauncherException("--port takes a number from 1 to " + HIGHEST + ", was " + port);
        }
        if (!free(port) || !given.add(port)) {
            throw new LauncherException(
                    "Port " + port + " is used by another program; end that one, or choose another port with --port N");
        }
        return port;
    }

    /// Any.
    public int any() {
        for (var i = 0; i < 100; i++) {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                if (given.add(socket.getLocalPort())) {
                    return socket.getLocalPort();
                }
            } catch (IOException e) {
                throw new LauncherException("No port can be opened on this machine: " + e.getMessage(), e);
            }
        }
        throw new LauncherException("No free port was found on this machine");
    }

    /// Whether a server could listen there now.
    public static boolean free(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
