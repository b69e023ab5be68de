package dev.universalapi.launcher.production;

import static dev.universalapi.launcher.production.Namespace.name;

import dev.universalapi.launcher.cluster.Json;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What runs: which images, by which flags, with how much.
record Containers(Namespace namespace) {
    private static final int MOST_HEAP = 75;
    private static final Pattern IMAGE = Pattern.compile("(?:[^/]+/)*[^/:@]+(?::([^@]+))?(@sha256:\\w+)?");
    private static final Pattern OPTIONS = Pattern.compile("_JAVA_OPTIONS|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS");
    private static final Pattern SHARE = Pattern.compile("-XX:MaxRAMPercentage=([\\d.]+)");
    /// What takes away from what images say, or puts another thing in its place.
    private static final Pattern AGAINST =
            Pattern.compile("-XX:-\\w+|-Xmx\\S+|-Xint|-XX:\\+Use\\w+GC|-XX:TieredStopAtLevel=\\S+|@\\S+");

    /// Tables are of the version that serves.
    Finding migrations() {
        var jobs = namespace.kind("Job").filter(Namespace::isOurs).toList();
        if (jobs.isEmpty()) {
            return Finding.bad("no Job is there that migrated: are the tables of this version?");
        }
        return Finding.of(jobs.stream().flatMap(this::unmigrated), "every Job is complete, of the version that serves");
    }

    private Stream<String> unmigrated(Json job) {
        var complete = job.at("status", "conditions").items().stream()
                .anyMatch(one -> one.text("type").equals("Complete")
                        && one.text("status").equals("True"));
        if (!complete) {
            return Stream.of("%s is not complete: kubectl logs job/%1$s".formatted(name(job)));
        }
        var serving = namespace
                .parts()
                .flatMap(Namespace::containers)
                .map(one -> one.text("image"))
                .toList();
        return Namespace.containers(job)
                .map(one -> one.text("image"))
                .filter(image -> !serving.contains(image))
                .map(image -> "%s was of %s, and another version serves".formatted(name(job), image));
    }

    Finding images() {
        return Finding.of(
                each((container, where) -> {
                    var image = IMAGE.matcher(container.text("image"));
                    var loose = !image.matches()
                            || image.group(2) == null
                                    && (image.group(1) == null || image.group(1).equals("latest"));
                    return loose
                            ? Stream.of(where + " runs " + container.text("image") + ": name a version or a digest")
                            : Stream.of();
                }),
                "all of a version or a digest");
    }

    Finding resources() {
        return Finding.of(
                each((container, where) -> Stream.of("requests", "limits")
                        .flatMap(kind -> Stream.of("cpu", "memory")
                                .filter(what ->
                                        container.text("resources", kind, what).isEmpty())
                                .map(what -> "%s has no %s of %s".formatted(where, kind, what)))),
                "requests and limits of every container are set");
    }

    /// The flags that images have, and none that takes one away.
    Finding jvm() {
        return Finding.of(
                namespace.parts().flatMap(part -> Stream.concat(replaced(part), options(part))),
                "the flags of the images: a heap of half the limit, the collector, the end at no memory");
    }

    private static Stream<String> replaced(Json part) {
        return Namespace.containers(part)
                .filter(container -> !container.at("command").isEmpty())
                .map(container -> name(part) + " has a command, so the flags of its image are lost");
    }

    private Stream<String> options(Json part) {
        return namespace.environment(part).entrySet().stream()
                .filter(one -> OPTIONS.matcher(one.getKey()).matches())
                .flatMap(one -> Stream.of(one.getValue().split("\\s+"))
                        .filter(Containers::takesAway)
                        .map(option -> "%s: %s has %s".formatted(name(part), one.getKey(), option)));
    }

    private static boolean takesAway(String option) {
        var share = SHARE.matcher(option);
        return share.matches()
                ? Double.parseDouble(share.group(1)) > MOST_HEAP
                : AGAINST.matcher(option).matches();
    }

    private Stream<String> each(Look look) {
        return Stream.concat(namespace.workloads(), namespace.kind("Job"))
                .flatMap(workload -> Namespace.containers(workload)
                        .flatMap(container -> look.at(container, name(workload) + "/" + container.text("name"))));
    }

    private interface Look {
        Stream<String> at(Json container, String where);
    }
}
