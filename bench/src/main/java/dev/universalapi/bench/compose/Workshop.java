package dev.universalapi.bench.compose;

import dev.universalapi.bench.trial.Report;
import dev.universalapi.bench.trial.Scale;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.build.Build;
import dev.universalapi.launcher.image.Images;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Makes what a composition is made of: images of ours, and those of others, pulled or stood in for.
///
/// @param folder for what is made
record Workshop(Engine engine, Scale scale, Report report, Path folder) {
    private static final String JAVA = "eclipse-temurin:25-jre";
    private static final Pattern IMAGE = Pattern.compile("^ *image: ([a-z0-9/.-]+:[\\w.-]+)$", Pattern.MULTILINE);
    private static final Pattern TOLD =
            Pattern.compile("universal-api/([a-z-]+):\\S+ +(sha256:[0-9a-f]{64}) +(\\d+) MiB");
    private static final Pattern TAG = Pattern.compile("universal-api/gateway:(\\S+)");
    private static final String NOT_TO_BE_HAD = "grafana/";
    private static final String STANDS_IN = "{{index .Config.Labels \"dev.universalapi.standin\"}}";

    private static final class FailedException extends IOException {
        private static final long serialVersionUID = 1L;

        FailedException(String what, Engine.Said said) {
            super(what + ": " + said.text().strip());
        }
    }

    private Path base() {
        return scale.option("base").map(Path::of).orElseGet(() -> folder.resolve("base.tar"));
    }

    /// Builds the images of all parts and loads them; in full, builds them a second time from a copy of the checkout in
    /// another folder, and compares.
    ///
    /// @return the version that they have
    String ours() throws Exception {
        report.section("Images of the parts");
        var pulled = engine.docker("pull", "-q", JAVA).isGood();
        report.figure(
                "made upon", pulled ? JAVA : "a base of Debian's packages and jlink: " + JAVA + " cannot be pulled");
        if (!pulled && !Files.exists(base())) {
            script("launcher/base/make", base().toString());
        }
        var words = new ArrayList<>(List.of("--to", folder.resolve("images").toString()));
        if (!pulled) {
            words.addAll(List.of("--base", base().toString()));
        }
        var begun = System.nanoTime();
        var bytes = new ByteArrayOutputStream();
        new Images().run(words, new Terminal(new PrintStream(bytes, true, StandardCharsets.UTF_8), false));
        report.figure("built after, s", (System.nanoTime() - begun) / 1e9);
        var digests = digests(bytes.toString(StandardCharsets.UTF_8), true);
        for (var part : digests.keySet()) {
            var loaded = engine.docker(
                    "load",
                    "-q",
                    "-i",
                    folder.resolve("images").resolve(part + ".tar").toString());
            report.check(part + " can be loaded", loaded.isGood(), loaded.text());
            report.check(
                    part + " tells what is in it",
                    Files.size(folder.resolve("images").resolve(part + ".cdx.json")) > 0,
                    "nothing");
        }
        if (!scale.brief()) {
            again(words, digests);
        }
        return TAG.matcher(bytes.toString(StandardCharsets.UTF_8))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, String> digests(String told, boolean tell) {
        Map<String, String> digests = new TreeMap<>();
        TOLD.matcher(told).results().forEach(found -> {
            digests.put(found.group(1), found.group(2));
            if (tell) {
                report.figure(found.group(1) + ", MiB", found.group(3) + "  " + found.group(2));
            }
        });
        return digests;
    }

    private void again(List<String> words, Map<String, String> digests) throws Exception {
        var copy = folder.resolve("again");
        var cloned = Engine.run(
                scale.project(), Map.of(), List.of("git", "clone", "-q", "--no-local", ".", copy.toString()));
        var changed = Engine.run(scale.project(), Map.of(), List.of("git", "status", "--porcelain"));
        if (!cloned.isGood() || !changed.text().isBlank()) {
            report.figure("SKIPPED: built a second time", "the checkout differs from its commit, or is none");
            return;
        }
        var command = Stream.concat(Stream.of(copy.resolve("universal").toString(), "images"), words.stream())
                .map(word -> word.endsWith("/images")
                        ? folder.resolve("images-again").toString()
                        : word)
                .toList();
        var said = Engine.run(copy, Map.of("JAVA_HOME", System.getProperty("java.home")), command);
        var second = digests(said.text(), false);
        report.check(
                "a second build, elsewhere, has the same digests",
                !digests.isEmpty() && second.equals(digests),
                digests + " and then " + second + (said.isGood() ? "" : ": " + said.text()));
    }

    /// Sees that each image of others is there.
    ///
    /// @return services that have none
    List<String> theirs() throws Exception {
        report.section("Images of others");
        var file = Files.readString(scale.project().resolve("docker-compose.yml"));
        var images = IMAGE.matcher(file)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        var missing = new ArrayList<String>();
        for (var image : images) {
            if (!engine.has(image)) {
                missing.add(image);
            }
        }
        if (missing.stream().anyMatch(image -> !image.startsWith(NOT_TO_BE_HAD))) {
            if (!Files.exists(base())) {
                script("launcher/base/make", base().toString());
            }
            new Build(scale.project()).ensure(List.of("stores"), _ -> {});
            script("bench/standins/make", base().toString());
        }
        for (var image : images) {
            var stand = engine.docker("image", "inspect", "--format", STANDS_IN, image);
            var what = !stand.isGood()
                    ? "SKIPPED: cannot be pulled, and nothing stands in for it"
                    : stand.text().isBlank() || stand.text().contains("no value")
                            ? "itself"
                            : "A STAND-IN: " + stand.text().strip();
            report.figure(image, what);
        }
        return missing.stream()
                .filter(image -> image.startsWith(NOT_TO_BE_HAD))
                .map(_ -> "grafana")
                .toList();
    }

    private void script(String... words) throws Exception {
        var command = Stream.concat(
                        Stream.of(scale.project().resolve(words[0]).toString()),
                        Stream.of(words).skip(1))
                .toList();
        var said = Engine.run(scale.project(), Map.of("JAVA_HOME", System.getProperty("java.home")), command);
        if (!said.isGood()) {
            throw new FailedException(words[0], said);
        }
    }
}
