package dev.universalapi.launcher.suite;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.process.Condition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Starts each part as soon as what it needs is ready, until all are ready, registered and answering.
final class Start {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration STEP = Duration.ofMillis(50);
    private static final int LOG_LINES = 12;

    private final Suite suite;
    private final Probe probe;
    private final Terminal terminal;
    private final Instant begun = Instant.now();
    private final Map<Instance, Step> steps = new LinkedHashMap<>();
    private final Map<Instance, Duration> found = new LinkedHashMap<>();

    /// How far an instance is.
    private enum Step {
        WAITING("waits"),
        STARTING("starts"),
        READY("is ready, not yet found"),
        FOUND("is ready");

        private final String words;

        Step(String words) {
            this.words = words;
        }
    }

    Start(Suite suite, Probe probe, Terminal terminal) {
        this.suite = suite;
        this.probe = probe;
        this.terminal = terminal;
        suite.instances().forEach(instance -> steps.put(instance, Step.WAITING));
    }

    void run() {
        try {
            while (!isDone()) {
                if (Duration.between(begun, Instant.now()).compareTo(LIMIT) > 0) {
                    throw new LauncherException("the suite is not ready after %d minutes: %s; see ./universal logs"
                            .formatted(LIMIT.toMinutes(), missing()));
                }
                Thread.sleep(STEP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("the start was interrupted", e);
        } finally {
            terminal.keep();
        }
    }

    private boolean isDone() {
        steps.replaceAll(this::advanced);
        terminal.draw(table());
        return steps.values().stream().allMatch(step -> step == Step.FOUND)
                && probe.answers(suite.gateway().resolve("/api/catalogue"), suite.key());
    }

    private Step advanced(Instance instance, Step step) {
        var part = Roster.part(instance.part());
        return switch (step) {
            case WAITING -> {
                if (!readyParts().containsAll(part.needs())) {
                    yield Step.WAITING;
                }
                suite.launch(instance);
                yield Step.STARTING;
            }
            case STARTING -> {
                refuseDead(instance);
                yield suite.condition(instance) == Condition.READY ? ready(instance, part) : Step.STARTING;
            }
            case READY -> suite.registered(instance) ? ready(instance) : Step.READY;
            case FOUND -> Step.FOUND;
        };
    }

    private Step ready(Instance instance, Part part) {
        return part.registers() ? Step.READY : ready(instance);
    }

    private Step ready(Instance instance) {
        found.put(instance, Duration.between(begun, Instant.now()));
        return Step.FOUND;
    }

    private Set<String> readyParts() {
        return steps.entrySet().stream()
                .filter(entry -> entry.getValue() == Step.READY || entry.getValue() == Step.FOUND)
                .map(entry -> entry.getKey().part())
                .collect(Collectors.toSet());
    }

    private void refuseDead(Instance instance) {
        if (suite.condition(instance) == Condition.FAILED) {
            terminal.keep();
            lastLines(instance.name()).forEach(terminal::say);
            throw new LauncherException("%s does not start; the end of its log is above, all of it in %s"
                    .formatted(instance.name(), suite.home().log(instance.name())));
        }
    }

    private List<String> lastLines(String name) {
        try {
            var lines = Files.readAllLines(suite.home().log(name), StandardCharsets.UTF_8);
            return lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size());
        } catch (IOException _) {
            return List.of();
        }
    }

    private List<String> table() {
        var lines = new ArrayList<String>();
        steps.forEach((instance, step) -> lines.add("  %-18s %s%s"
                .formatted(
                        instance.name(),
                        step.words,
                        found.containsKey(instance) ? " after " + seconds(found.get(instance)) : "")));
        if (terminal.isScreen()) {
            lines.add("  %d s".formatted(Duration.between(begun, Instant.now()).toSeconds()));
        }
        return lines;
    }

    private static String seconds(Duration duration) {
        return "%.1f s".formatted(duration.toMillis() / 1000.0);
    }

    private String missing() {
        var missing = steps.entrySet().stream()
                .filter(entry -> entry.getValue() != Step.FOUND)
                .map(entry -> entry.getKey().name() + " " + entry.getValue().words)
                .collect(Collectors.joining(", "));
        return missing.isEmpty() ? "the gateway does not answer" : missing;
    }
}
