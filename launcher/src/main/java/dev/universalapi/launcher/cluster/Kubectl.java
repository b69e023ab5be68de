package dev.universalapi.launcher.cluster;

import dev.universalapi.launcher.LauncherException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Runs `kubectl` for one cluster. What is secret goes through its standard input, never into its command line.
///
/// @param program as it is found on the PATH
/// @param context of its configuration
/// @param namespace of what is asked for; empty for what has none or says so itself
public record Kubectl(String program, String context, String namespace) {
    private static final int SHOWN = 4;
    private static final int SIGNALLED = 128;

    /// How it went.
    public record Ran(int code, String out, String error) {

        public boolean isGood() {
            return code == 0;
        }

        /// The last that it complained about, in one line, and the signal that ended it, if one did.
        public String complaint() {
            var lines = error.lines().filter(line -> !line.isBlank()).toList();
            var ended = code > SIGNALLED
                    ? Stream.of("it was ended by signal " + (code - SIGNALLED))
                    : lines.isEmpty() ? Stream.of("it ended with " + code) : Stream.<String>empty();
            return Stream.concat(
                            lines.stream()
                                    .skip(Math.max(0, lines.size() - SHOWN))
                                    .map(String::strip),
                            ended)
                    .collect(Collectors.joining("; "));
        }
    }

    /// The program on the PATH, or the one that tests put in its place.
    public static String found() {
        return System.getProperty("universal.kubectl", "kubectl");
    }

    /// One for a context that `kubectl` knows; refuses any other, and says which there are.
    public static Kubectl to(String program, String context) {
        var kubectl = new Kubectl(program, "", "");
        var known = kubectl.ask("config", "get-contexts", "-o", "name").lines().toList();
        if (!known.contains(context)) {
            throw new LauncherException("kubectl knows no context %s; it knows: %s"
                    .formatted(context, known.isEmpty() ? "none at all" : String.join(", ", known)));
        }
        var chosen = new Kubectl(program, context, "");
        var ready = chosen.run("", "get", "--raw", "/readyz", "--request-timeout=15s");
        if (!ready.isGood()) {
            throw new LauncherException(
                    "The cluster of context %s does not answer: %s".formatted(context, ready.complaint()));
        }
        return chosen;
    }

    public Kubectl in(String other) {
        return new Kubectl(program, context, other);
    }

    /// What it prints; refuses to go on when it fails.
    public String ask(String... words) {
        return feed("", words);
    }

    /// The same, with something on its standard input.
    String feed(String input, String... words) {
        var ran = run(input, words);
        if (!ran.isGood()) {
            throw new LauncherException("kubectl %s: %s".formatted(words[0], ran.complaint()));
        }
        return ran.out();
    }

    /// Whether it goes well or not.
    public Ran run(String input, String... words) {
        try {
            var process = start(words);
            var error = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()), Thread::startVirtualThread);
            try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
                in.write(input);
            } catch (IOException _) {
                // it ended without reading; its exit code says why
            }
            var out = text(process.getInputStream());
            return new Ran(process.waitFor(), out, error.join());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("kubectl " + words[0] + " was interrupted", e);
        }
    }

    /// Starts it and leaves it running.
    Process start(String... words) {
        var command = new ArrayList<>(List.of(program));
        if (!context.isEmpty()) {
            command.add("--context=" + context);
        }
        if (!namespace.isEmpty()) {
            command.add("--namespace=" + namespace);
        }
        command.addAll(List.of(words));
        try {
            return new ProcessBuilder(command).start();
        } catch (IOException e) {
            throw new LauncherException(
                    "kubectl is needed and cannot be run (%s); install it (kubernetes.io/docs/tasks/tools) so that it is on the PATH"
                            .formatted(LauncherException.why(e)),
                    e);
        }
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
