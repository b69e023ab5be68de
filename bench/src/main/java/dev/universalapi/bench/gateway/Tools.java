package dev.universalapi.bench.gateway;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The programs that the benchmark needs and the project does not bring.
///
/// @param nginx upstream and yardstick
/// @param wrk asks as fast as it is answered
record Tools(Path nginx, Path wrk) {
    private static final List<String> BESIDE_PATH = List.of("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin");

    /// How to get them.
    static final String HOW = "sudo apt install nginx-light wrk   (macOS: brew install nginx wrk)";

    /// Both; empty where one is missing.
    static Optional<Tools> find() {
        return find("nginx").flatMap(nginx -> find("wrk").map(wrk -> new Tools(nginx, wrk)));
    }

    private static Optional<Path> find(String name) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Arrays.stream(path.split(":", -1)), BESIDE_PATH.stream())
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
