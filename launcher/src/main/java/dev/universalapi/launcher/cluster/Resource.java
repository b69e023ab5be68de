package dev.universalapi.launcher.cluster;

import dev.universalapi.launcher.LauncherException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One thing that a cluster is to have, as kustomize prints it: its keys sorted and indented by two, which is why a
/// line tells enough.
///
/// @param namespace empty where it has none
/// @param text in YAML
record Resource(String kind, String name, String namespace, String text) {
    private static final Pattern KIND = Pattern.compile("(?m)^kind: (\\S+)$");
    private static final Pattern METADATA = Pattern.compile("(?m)^metadata:\\n((?: .*\\n|\\n)*)");
    private static final Pattern NAME = Pattern.compile("(?m)^  name: \"?([^\\s\"]+)\"?$");
    private static final Pattern NAMESPACE = Pattern.compile("(?m)^  namespace: (\\S+)$");
    private static final Pattern IMAGE = Pattern.compile("(?m)^\\s*(?:- )?image: \"?([^\\s\"]+)");
    private static final Pattern OURS = Pattern.compile("(?:\\S*/)?universal-api/");
    private static final Pattern SECRET = Pattern.compile("(?m)^\\s*(optional: true\\n\\s*)?secretName: (\\S+)$"
            + "|secretKeyRef:\\n(?:\\s+key: \\S+\\n)?\\s+name: (\\S+)$"
            + "|^\\s*(?:- )?secret:\\n(?:\\s+(?:items:|- key: .*|path: .*|mode: .*)\\n)*\\s+name: (\\S+)$");
    private static final Set<String> RUNNING = Set.of("StatefulSet", "Deployment");

    /// Takes apart what kustomize printed.
    static List<Resource> all(String printed) {
        return Stream.of(printed.split("(?m)^---\\s*$"))
                .filter(text -> !text.isBlank())
                .map(text -> of(text.strip() + "\n"))
                .toList();
    }

    private static Resource of(String text) {
        var metadata = METADATA.matcher(text);
        if (!metadata.find()) {
            throw new LauncherException("kustomize printed something without metadata: "
                    + text.lines().findFirst());
        }
        return new Resource(
                first(KIND, text), first(NAME, metadata.group(1)), first(NAMESPACE, metadata.group(1)), text);
    }

    private static String first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? found.group(1) : "";
    }

    /// As `kubectl` wants it: `deployment/gateway`.
    String reference() {
        return kind.toLowerCase(Locale.ROOT) + "/" + name;
    }

    /// Whether it runs an image of this project.
    boolean isOurs() {
        return images().stream().anyMatch(image -> OURS.matcher(image).lookingAt());
    }

    /// A deployable of the suite.
    boolean isService() {
        return RUNNING.contains(kind) && isOurs();
    }

    /// Brings the tables of one service to this version.
    boolean isMigration() {
        return kind.equals("Job") && isOurs();
    }

    /// Keeps something, and comes from others.
    boolean isStore() {
        return RUNNING.contains(kind) && !isOurs();
    }

    /// Changes how many there are of a deployable, so it comes with them.
    boolean isScaler() {
        return kind.equals("HorizontalPodAutoscaler");
    }

    /// What its pods run.
    Set<String> images() {
        return IMAGE.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    /// The Secrets that its pods cannot be without.
    Set<String> secrets() {
        return SECRET.matcher(text)
                .results()
                .filter(found -> found.group(1) == null)
                .flatMap(found -> Stream.of(2, 3, 4).map(found::group).filter(Objects::nonNull))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
