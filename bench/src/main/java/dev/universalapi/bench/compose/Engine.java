package dev.universalapi.bench.compose;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A Docker engine that answers, by `DOCKER_HOST` or where engines usually are, and its Compose.
///
/// @param project the folder that commands run in
/// @param version of the engine
/// @param compose how Compose is called: `docker compose`, or the program `docker-compose`
/// @param composeVersion of it, 2 or newer
record Engine(Path project, String version, List<String> compose, String composeVersion) {
    private static final List<List<String>> COMPOSES = List.of(List.of("docker", "compose"), List.of("docker-compose"));

    /// What a program said, both streams together.
    record Said(int code, String text) {
        boolean isGood() {
            return code == 0;
        }
    }

    /// Why there is none, half a sentence, or the engine.
    record Found(Optional<Engine> engine, String why) {}

    static Found find(Path project) throws InterruptedException {
        var version = run(project, Map.of(), List.of("docker", "version", "--format", "{{.Server.Version}}"));
        if (!version.isGood()) {
            return new Found(Optional.empty(), "no Docker engine answers: " + lastLine(version));
        }
        for (var compose : COMPOSES) {
            var told = run(project, Map.of(), with(compose, "version", "--short"));
            if (told.isGood() && told.text().strip().matches("v?[2-9].*")) {
                var engine = new Engine(
                        project, version.text().strip(), compose, told.text().strip());
                return new Found(Optional.of(engine), "");
            }
        }
        return new Found(
                Optional.empty(), "Docker has no Compose of version 2: its plugin docker-compose-v2 is missing");
    }

    private static String lastLine(Said said) {
        return said.text().lines().reduce("", (_, line) -> line);
    }

    private static List<String> with(List<String> command, String... words) {
        return Stream.concat(command.stream(), Stream.of(words)).toList();
    }

    Said docker(String... words) throws InterruptedException {
        return run(project, Map.of(), with(List.of("docker"), words));
    }

    /// @param environment what the file is told
    Said compose(Map<String, String> environment, List<String> words) throws InterruptedException {
        return run(project, environment, with(compose, words.toArray(String[]::new)));
    }

    /// Whether an image is there; pulled if it is not and can be.
    boolean has(String image) throws InterruptedException {
        return docker("image", "inspect", image).isGood()
                || docker("pull", "-q", image).isGood();
    }

    static Said run(Path folder, Map<String, String> environment, List<String> command) throws InterruptedException {
        var builder = new ProcessBuilder(new ArrayList<>(command))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            process.getOutputStream().close();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), text);
        } catch (IOException e) {
            return new Said(127, String.valueOf(e.getMessage()));
        }
    }
}
