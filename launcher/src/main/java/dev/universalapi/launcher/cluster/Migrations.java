package dev.universalapi.launcher.cluster;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.Terminal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Brings the tables to this version, before any of its services is there. What serves meanwhile is the version before,
/// which works with the tables of this one.
record Migrations(Kubectl kubectl, Terminal terminal, Duration limit, Duration step) {
    private static final String STATE =
            "jsonpath={.status.conditions[?(@.status==\"True\")].type} {.status.succeeded} {.status.failed}";

    /// Runs them side by side until all are done; refuses to go on when one fails.
    void run(List<Resource> jobs) {
        if (jobs.isEmpty()) {
            return;
        }
        for (var job : jobs) { // what a Job runs cannot be changed: the one of the last deploy goes
            kubectl.ask("delete", "job", job.name(), "--ignore-not-found", "--wait=true");
        }
        kubectl.feed(Manifests.text(jobs), "apply", "-f", "-");
        var begun = Instant.now();
        jobs.forEach(job -> await(job, begun));
    }

    private void await(Resource job, Instant begun) {
        var pulls = new Pulls(kubectl, job.images());
        terminal.draw(List.of("  " + job.name() + " runs"));
        while (true) {
            var state = kubectl.ask("get", "job", job.name(), "-o", STATE);
            if (state.contains("Complete")) {
                terminal.draw(List.of("  %s is done after %d s"
                        .formatted(
                                job.name(),
                                Duration.between(begun, Instant.now()).toSeconds())));
                terminal.keep();
                return;
            }
            if (state.contains("Failed")) {
                throw failed(job, "failed");
            }
            if (pulls.refused().isPresent()) {
                throw failed(job, "does not begin");
            }
            if (Duration.between(begun, Instant.now()).compareTo(limit) > 0) {
                throw failed(job, "is not done after " + limit.toSeconds() + " s");
            }
            Rollouts.pause(step);
        }
    }

    private LauncherException failed(Resource job, String how) {
        terminal.keep();
        var log = kubectl.run("", "logs", "job/" + job.name(), "--tail=12").out();
        log.lines().forEach(line -> terminal.say("    " + line));
        return new LauncherException("%s %s%s. No deployment was touched: what served before serves still."
                .formatted(job.name(), how, why(job, log)));
    }

    /// Who never began has no log; its pod says what it waits for.
    private String why(Resource job, String log) {
        var pods = kubectl.run("", "get", "pods", "-l", "job-name=" + job.name(), "-o", "json");
        var waits = (pods.isGood() ? Json.of(pods.out()) : Json.NONE)
                .at("items").items().stream().flatMap(Migrations::waits).findFirst();
        return waits.orElseGet(() -> log.isBlank() ? "; it wrote no log" : "; the end of its log is above");
    }

    private static Stream<String> waits(Json pod) {
        var containers = pod.at("status", "containerStatuses").items().stream()
                .filter(status -> !status.at("state", "waiting").isEmpty())
                .map(status -> "; its image %s waits with %s: %s"
                        .formatted(
                                status.text("image"),
                                status.text("state", "waiting", "reason"),
                                status.text("state", "waiting", "message")));
        var places = pod.at("status", "conditions").items().stream()
                .filter(one -> one.text("type").equals("PodScheduled")
                        && one.text("status").equals("False"))
                .map(one -> "; its pod has no node: " + one.text("message"));
        return Stream.concat(containers, places);
    }
}
