package dev.universalapi.launcher.cluster;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.Terminal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Follows deployments and StatefulSets until each has as many pods of its new revision as it wants, and no other.
///
/// @param images that they are of, so that one that cannot be pulled is told early; none where they are not known
/// @param meanwhile what serves where it stops, and what to do then
record Rollouts(
        Kubectl kubectl, Terminal terminal, Duration limit, Duration step, Set<String> images, String meanwhile) {
    private static final String STATE =
            "jsonpath={range .items[*]}{.kind}/{.metadata.name}|{.metadata.generation}|{.status.observedGeneration}|{.spec.replicas}"
                    + "|{.status.updatedReplicas}|{.status.replicas}|{.status.availableReplicas}"
                    + "|{.status.conditions[?(@.type==\"Progressing\")].reason}{\"\\n\"}{end}";
    private static final String PODS = "jsonpath={range .items[*]}{.metadata.name} {.status.phase}"
            + " {.status.containerStatuses[*].ready} {.status.containerStatuses[*].state.waiting.reason}{\"\\n\"}{end}";
    private static final int FIELDS = 8;

    /// How far one is.
    private record Step(boolean done, boolean stuck, String words) {
        static Step of(String line) {
            var fields = line.split("\\|", -1);
            var wanted = number(fields[3]);
            var fresh = number(fields[4]);
            var all = number(fields[5]);
            var available = number(fields[6]);
            var seen = number(fields[2]) >= number(fields[1]);
            var done = seen && fresh == wanted && all == wanted && available == wanted;
            var stuck = seen && fields[7].equals("ProgressDeadlineExceeded");
            return new Step(
                    done,
                    stuck && !done,
                    done
                            ? "serves with %d".formatted(wanted)
                            : "%d of %d new, %d old, %d available"
                                    .formatted(fresh, wanted, Math.max(0, all - fresh), available));
        }

        private static int number(String text) {
            return text.isBlank() ? 0 : Integer.parseInt(text.strip());
        }
    }

    /// Waits for all of them; refuses to go on when one does not come.
    void await(Collection<String> names) {
        var begun = Instant.now();
        var after = new LinkedHashMap<String, Long>();
        var pulls = new Pulls(kubectl, images);
        while (true) {
            var steps = steps(names);
            steps.forEach((name, one) -> {
                if (one.done()) {
                    after.putIfAbsent(
                            name, Duration.between(begun, Instant.now()).toSeconds());
                } else {
                    after.remove(name);
                }
            });
            terminal.draw(table(steps, after));
            if (after.keySet().containsAll(names)) {
                terminal.keep();
                return;
            }
            pulls.refused().ifPresent(refused -> {
                terminal.keep();
                throw stopped(refused);
            });
            var late = Duration.between(begun, Instant.now()).compareTo(limit) > 0;
            steps.forEach((name, one) -> {
                if (one.stuck() || late && !one.done()) {
                    throw stuck(name, one);
                }
            });
            pause(step);
        }
    }

    private Map<String, Step> steps(Collection<String> names) {
        var steps = new LinkedHashMap<String, Step>();
        names.forEach(name -> steps.put(name, new Step(false, false, "is not there yet")));
        kubectl.ask("get", "deployments,statefulsets", "-o", STATE)
                .lines()
                .filter(line -> line.split("\\|", -1).length == FIELDS)
                .forEach(line -> steps.computeIfPresent(
                        line.substring(0, line.indexOf('|')).toLowerCase(Locale.ROOT), (_, _) -> Step.of(line)));
        return steps;
    }

    private static List<String> table(Map<String, Step> steps, Map<String, Long> after) {
        var lines = new ArrayList<String>();
        steps.forEach((name, one) -> lines.add("  %-18s %s%s"
                .formatted(
                        bare(name), one.words(), after.containsKey(name) ? " after " + after.get(name) + " s" : "")));
        return lines;
    }

    private LauncherException stuck(String name, Step step) {
        terminal.keep();
        var pods = kubectl.run("", "get", "pods", "-o", PODS)
                .out()
                .lines()
                .filter(pod -> pod.matches(Pattern.quote(bare(name)) + "-([a-z0-9]+-[a-z0-9]+|\\d+) .*"))
                .filter(pod -> !pod.contains(" true"))
                .toList();
        pods.forEach(pod -> terminal.say("    " + pod.strip()));
        pods.stream()
                .findFirst()
                .ifPresent(pod -> kubectl.run("", "logs", pod.substring(0, pod.indexOf(' ')), "--tail=12")
                        .out()
                        .lines()
                        .forEach(line -> terminal.say("    " + line)));
        return stopped("%s does not become ready (%s); its pods are above".formatted(bare(name), step.words()));
    }

    private LauncherException stopped(String why) {
        return new LauncherException(why + ". " + meanwhile);
    }

    private static String bare(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }

    static void pause(Duration step) {
        try {
            Thread.sleep(step);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted", e);
        }
    }
}
