package dev.universalapi.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What the command line says.
///
/// @param port where to listen on the loopback address; 0 lets the system choose
/// @param samples a folder with a `map.tsv` whose bodies win over the catalogue's
record Options(int port, Optional<Path> samples) {
    private static final int DEFAULT_PORT = 8900;
    private static final int HIGHEST_PORT = 65_535;
    private static final String USAGE = "usage: sandbox [--port N] [--samples DIR]";

    static Options of(String... args) {
        var port = DEFAULT_PORT;
        var samples = Optional.<Path>empty();
        for (int i = 0; i < args.length; i++) {
            var equals = args[i].indexOf('=');
            var name = equals < 0 ? args[i] : args[i].substring(0, equals);
            var value = equals >= 0 ? args[i].substring(equals + 1) : ++i < args.length ? args[i] : "";
            switch (name) {
                case "--port" -> port = port(value);
                case "--samples" -> samples = Optional.of(folder(value));
                default -> throw new IllegalArgumentException(name + " is not an option; " + USAGE);
            }
        }
        return new Options(port, samples);
    }

    private static int port(String text) {
        try {
            var port = Integer.parseInt(text);
            if (port >= 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException _) {
            // told below, like a number out of bounds
        }
        throw new IllegalArgumentException("--port must be a number from 0 to 65535, was `" + text + "`; " + USAGE);
    }

    private static Path folder(String text) {
        var folder = Path.of(text);
        if (text.isBlank() || !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("--samples must be a folder, was `" + text + "`; " + USAGE);
        }
        return folder;
    }
}
