package dev.universalapi.launcher.cluster;

import dev.universalapi.launcher.LauncherException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What served before the last deploy, kept in the cluster beside it, so that anybody may roll back from anywhere.
///
/// @param version of the last deploy
/// @param isDone whether that one came to its end
/// @param before names of revisions by `deployment/gateway`; empty where there was none
record Revisions(String version, boolean isDone, Map<String, String> before) {
    private static final String KEPT = "universal-deploy";
    private static final String BEGUN = "begun";
    private static final String DONE = "done";
    private static final String ROWS = "jsonpath={range .items[*]}{.kind}/{.metadata.name}"
            + "={.metadata.annotations.deployment\\.kubernetes\\.io/revision}{.status.updateRevision}{.revision}"
            + "={.metadata.ownerReferences[0].name}{\"\\n\"}{end}";

    /// What the cluster knows of revisions: their names stay, their numbers change where one is gone back to.
    ///
    /// @param serving the revision of each deployment and StatefulSet
    /// @param numbers of revisions, as `kubectl rollout undo` takes them
    record History(Map<String, String> serving, Map<String, String> numbers) {
        static History of(Kubectl kubectl) {
            var rows = kubectl.ask("get", "deployments,statefulsets,replicasets,controllerrevisions", "-o", ROWS)
                    .lines()
                    .map(row -> row.split("=", -1))
                    .filter(row -> row.length == 3)
                    .toList();
            var serving = new TreeMap<String, String>();
            var numbers = new TreeMap<String, String>();
            for (var row : rows) {
                var kind = row[0].substring(0, row[0].indexOf('/'));
                var name = row[0].substring(kind.length() + 1);
                switch (kind) {
                    case "Deployment" -> serving.put("deployment/" + name, replicaSet(rows, name, row[1]));
                    case "StatefulSet" -> serving.put("statefulset/" + name, row[1]);
                    default -> numbers.put(name, row[1]);
                }
            }
            return new History(serving, numbers);
        }

        /// The number of a revision.
        String number(String revision) {
            var number = numbers.get(revision);
            if (number == null) {
                throw new LauncherException(
                        "The cluster has forgotten %s, which served before; deploy the checkout of that version"
                                .formatted(revision));
            }
            return number;
        }

        /// A deployment tells the number of its revision; the ReplicaSet of that number has the name.
        private static String replicaSet(List<String[]> rows, String deployment, String number) {
            return rows.stream()
                    .filter(row ->
                            row[0].startsWith("ReplicaSet/") && row[1].equals(number) && row[2].equals(deployment))
                    .map(row -> row[0].substring(row[0].indexOf('/') + 1))
                    .findFirst()
                    .orElse("");
        }
    }

    /// Writes down what serves now; where a deploy of this version stopped midway, what that one wrote down stays.
    static Revisions keep(Kubectl kubectl, String version, List<Resource> services) {
        var tried = find(kubectl).filter(last -> !last.isDone && last.version.equals(version));
        var known =
                tried.map(Revisions::before).orElseGet(() -> History.of(kubectl).serving());
        var before = new LinkedHashMap<String, String>();
        services.forEach(service -> before.put(service.reference(), known.getOrDefault(service.reference(), "")));
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

    private static Map<String, String> parsed(List<String> lines) {
        return lines.stream()
                .map(line -> line.split("=", -1))
                .filter(row -> row.length == 2)
                .collect(Collectors.toMap(row -> row[0], row -> row[1], (one, _) -> one, TreeMap::new));
    }

    /// Whether nothing of it was there.
    boolean isEmpty() {
        return before.values().stream().allMatch(String::isEmpty);
    }

    /// What was there and is there still, with its revision then.
    Map<String, String> there(History now) {
        var there = new TreeMap<>(before);
        there.values().removeIf(String::isEmpty);
        there.keySet().retainAll(now.serving().keySet());
        return there;
    }

    /// What serves another revision now than it did, with that of then.
    Map<String, String> changed(History now) {
        var changed = there(now);
        changed.entrySet().removeAll(now.serving().entrySet());
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
