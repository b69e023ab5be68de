package dev.universalapi.bench.manifests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What `kubectl kustomize` makes of a folder. It needs no cluster.
public final class Kustomize {
    /// How to get it.
    public static final String HOW = "kubectl is not on the PATH: see kubernetes.io/docs/tasks/tools";

    private Kustomize() {}

    /// Whether it can be asked here.
    public static boolean isThere() {
        return program().isPresent();
    }

    private static Optional<Path> program() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(":", -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "kubectl"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// The YAML, a document for each thing.
    ///
    /// @throws IOException with what kustomize said, where it refuses the folder
    static String build(Path folder) throws IOException, InterruptedException {
        var program = program().orElseThrow(() -> new IOException(HOW));
        var process = new ProcessBuilder(List.of(program.toString(), "kustomize", folder.toString()))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(folder + ": " + said.strip());
        }
        return said;
    }
}
