package dev.universalapi.launcher.store;

import java.util.ArrayList;
import java.util.List;

/// Ctrl-C reaches all processes of a terminal at once, and stores would heed it though they are told not to: each is
/// put
/// into a session of its own, which leaves it its number.
final class Apart {
    private static final String SCRIPT = """
            if command -v setsid >/dev/null 2>&1; then exec setsid "$@"; fi
            if command -v perl >/dev/null 2>&1; then exec perl -e 'setpgrp(0, 0); exec @ARGV' "$@"; fi
            exec "$@"
            """;

    private Apart() {}

    static List<String> command(String name, List<String> words) {
        var command = new ArrayList<>(List.of("sh", "-c", SCRIPT, name));
        command.addAll(words);
        return List.copyOf(command);
    }
}
