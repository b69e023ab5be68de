package dev.universalapi.launcher.process;

import dev.universalapi.launcher.LauncherException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Chooses ports of this machine that nobody uses, and never the same twice.
///
/// They lie below the ranges that systems take ports of outgoing connections from, so that none is taken between the
/// choice and its use.
public final class Ports {
    private static final int LOWEST = 20_000;
    private static final int ABOVE = 32_000;
    private static final int HIGHEST = 65_535;
    private static final int TRIES = 500;

    private final Set<Integer> given = new HashSet<>();
    private final RandomGenerator random;

    public Ports() {
        this(RandomGenerator.getDefault());
    }

    Ports(RandomGenerator random) {
        this.random = random;
    }

    /// Exactly this one.
    public int wanted(int port) {
        if (port < 1 || port > HIGHEST) {
            throw new LauncherException("a port is a number from 1 to " + HIGHEST + ", not " + port);
        }
        if (!free(port) || !given.add(port)) {
            throw new LauncherException(
                    "port " + port + " is used by another program; end that one, or choose another port with --port N");
        }
        return port;
    }

    /// Any.
    public int any() {
        for (int i = 0; i < TRIES; i++) {
            var port = random.nextInt(LOWEST, ABOVE);
            if (free(port) && given.add(port)) {
                return port;
            }
        }
        throw new LauncherException("no port between " + LOWEST + " and " + ABOVE + " is free on this machine");
    }

    /// Whether a server could listen there now.
    public static boolean free(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
