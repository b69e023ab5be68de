package dev.universalapi.launcher.cluster;

import dev.universalapi.launcher.LauncherException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What served before the last deploy, kept in the cluster beside it, so that anybody may roll back from anywhere.
///
/// @param version of the last deploy
/// @param isDone whether that one came to its end
/// @param before revisions by `deployment/gateway`; 0 where there was none
record Revisions(String version, boolean isDone, Map<String, Integer> before) {
    private static final String KEPT = "universal-deploy";
    private static final String BEGUN = "begun";
    private static final String DONE = "done";
    private static final String LIST = "jsonpath={range .items[*]}{.kind}/{.metadata.name}="
            + "{.metadata.annotations.deployment\\.kubernetes\\.io/revision}{.status.updateRevision}{\"\\n\"}{end}";
    private static final String NUMBERS = "jsonpath={range .items[*]}{.metadata.name}={.revision}{\"\\n\"}{end}";

    /// Writes down what serves now; where a deploy of this version stopped midway, what that one wrote down stays.
    static Revisions keep(Kubectl kubectl, String version, List<Resource> services) {
        var tried = find(kubectl).filter(last -> !last.isDone && last.version.equals(version));
        var known = tried.map(Revisions::before).orElseGet(() -> now(kubectl));
        var before = new LinkedHashMap<String, Integer>();
        services.forEach(service -> before.put(service.reference(), known.getOrDefault(service.reference(), 0)));
        var revisions = new Revisions(version, false, before);
        revisions.write(kubectl);
        return revisions;
    }

    /// Writes down that the deploy came to its end.
    void done(Kubectl kubectl) {
        new Revisions(version, true, before).write(kubectl);
    }

    private void write(Kubectl kubectl) {
        kubectl.feed(text(), "apply", "-f", "-");
    }

    /// What the last deploy wrote down.
    static Revisions last(Kubectl kubectl) {
        return find(kubectl)
                .orElseThrow(
                        () -> new LauncherException("Nothing was deployed in namespace %s that could be rolled back"
                                .formatted(kubectl.namespace())));
    }

    private static Optional<Revisions> find(Kubectl kubectl) {
        var kept = kubectl.ask(
                "get",
                "configmap",
                KEPT,
                "--ignore-not-found",
                "-o",
                "jsonpath={.data.version}{\"\\n\"}{.data.state}{\"\\n\"}{.data.before}");
        var lines = kept.lines().toList();
        return lines.size() < 3
                ? Optional.empty()
                : Optional.of(new Revisions(
                        lines.getFirst(), !lines.get(1).equals(BEGUN), parsed(lines.subList(2, lines.size()))));
    }

    /// Forgets it: a revision can be gone back to once.
    static void forget(Kubectl kubectl) {
        kubectl.ask("delete", "configmap", KEPT, "--ignore-not-found");
    }

    /// What serves now. A StatefulSet names its revision, a Deployment numbers it.
    static Map<String, Integer> now(Kubectl kubectl) {
        var told = kubectl.ask("get", "deployments,statefulsets", "-o", LIST)
                .lines()
                .toList();
        var numbers = parsed(
                kubectl.ask("get", "controllerrevisions", "-o", NUMBERS).lines().toList());
        return parsed(told.stream()
                .map(line -> line.toLowerCase(Locale.ROOT).split("=", 2))
                .map(one -> one[0] + "=" + (numbers.containsKey(one[1]) ? numbers.get(one[1]) : one[1]))
                .toList());
    }

    private static Map<String, Integer> parsed(List<String> lines) {
        var revisions = new TreeMap<String, Integer>();
        for (var line : lines) {
            var equals = line.indexOf('=');
            if (equals > 0 && line.substring(equals + 1).matches("\\d{1,9}")) {
                revisions.put(line.substring(0, equals), Integer.parseInt(line.substring(equals + 1)));
            }
        }
        return revisions;
    }

    /// Whether nothing of it was there.
    boolean isEmpty() {
        return before.values().stream().allMatch(revision -> revision == 0);
    }

    /// Those that the deploy changed, with the revision before.
    Map<String, Integer> changed(Map<String, Integer> now) {
        var changed = new TreeMap<String, Integer>();
        before.forEach((name, revision) -> {
            if (revision > 0 && now.getOrDefault(name, revision) > revision) {
                changed.put(name, revision);
            }
        });
        return changed;
    }

    private String text() {
        var lines = before.entrySet().stream()
                .map(one -> "    " + one.getKey() + "=" + one.getValue() + "\n")
                .collect(Collectors.joining());
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: %s
                data:
                  version: "%s"
                  state: %s
                  before: |
                """.formatted(KEPT, version, isDone ? DONE : BEGUN) + lines;
    }
}
