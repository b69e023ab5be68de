package dev.universalapi.launcher.suite;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.process.Child;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Starts each part as soon as what it needs is ready, until all are ready, registered and answering.
final class Start {
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final Duration STEP = Duration.ofMillis(50);
    private static final int TRIES = 3;
    private static final int LOG_LINES = 12;

    private final Suite suite;
    private final Terminal terminal;
    private final Instant begun = Instant.now();
    private final Map<Instance, Step> steps = new LinkedHashMap<>();
    private final Map<Instance, Double> seconds = new LinkedHashMap<>();

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

    Start(Suite suite, Terminal terminal) {
        this.suite = suite;
        this.terminal = terminal;
        suite.instances().forEach(instance -> steps.put(instance, Step.WAITING));
    }

    void run() {
        try (var probe = new Probe()) {
            while (!done(probe)) {
                if (Duration.between(begun, Instant.now()).compareTo(LIMIT) > 0) {
                    throw new LauncherException("The suite is not ready after %d minutes: %s. See ./universal logs"
                            .formatted(LIMIT.toMinutes(), counts()));
                }
                Thread.sleep(STEP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("The start was interrupted", e);
        }
        terminal.draw(table());
        terminal.keep();
    }

    private boolean done(Probe probe) throws InterruptedException {
        for (var instance : suite.instances()) {
            steps.put(instance, advance(instance, probe));
        }
        terminal.draw(table());
        return steps.values().stream().allMatch(step -> step == Step.FOUND)
                && probe.answers(suite.gateway().resolve("/api/catalogue"), suite.key());
    }

    private Step advance(Instance instance, Probe probe) throws InterruptedException {
        var part = suite.part(instance);
        var step = steps.get(instance);
        if (step == Step.WAITING && readyParts().containsAll(part.needs())) {
            suite.launch(instance);
            return Step.STARTING;
        }
        if (step == Step.STARTING) {
            refuseDying(suite.child(instance));
            if (!probe.ready(instance)) {
                return Step.STARTING;
            }
            seconds.put(instance, Duration.between(begun, Instant.now()).toMillis() / 1000.0);
            return part.registers() ? Step.READY : Step.FOUND;
        }
        if (step == Step.READY && probe.registered(instance, suite.discovery())) {
            return Step.FOUND;
        }
        return step == null ? Step.WAITING : step;
    }

    private Set<String> readyParts() {
        var ready = new HashSet<String>();
        steps.forEach((instance, step) -> {
            if (step == Step.READY || step == Step.FOUND) {
                ready.add(instance.part());
            }
        });
        return ready;
    }

    private void refuseDying(Child child) {
        if (child.restarts() >= TRIES) {
            terminal.keep();
            lastLines(child.name()).forEach(terminal::say);
            throw new LauncherException(
                    child.name() + " does not start; the end of its log is above. Mend it, then start again");
        }
    }

    private List<String> lastLines(String name) {
        try {
            var lines = Files.readAllLines(suite.log(name), StandardCharsets.UTF_8);
            return lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size());
        } catch (IOException _) {
            return List.of();
        }
    }

    private List<String> table() {
        var lines = new ArrayList<String>();
        steps.forEach((instance, step) -> {
            var when = seconds.containsKey(instance) ? " after %.1f s".formatted(seconds.get(instance)) : "";
            lines.add("  %-18s %s%s".formatted(instance.name(), step.words, when));
        });
        return lines;
    }

    private String counts() {
        var counts = new EnumMap<Step, List<String>>(Step.class);
        steps.forEach((instance, step) ->
                counts.computeIfAbsent(step, _ -> new ArrayList<>()).add(instance.name()));
        counts.remove(Step.FOUND);
        return counts.isEmpty()
                ? "the gateway does not answer"
                : counts.values().toString();
    }
}
