package dev.universalapi.launcher.cluster;

import dev.universalapi.launcher.LauncherException;
import dev.universalapi.launcher.Terminal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Brings the tables to this version, before any of its services is there. What serves meanwhile is the version before,
/// which works with the tables of this one.
record Migrations(Kubectl kubectl, Terminal terminal, Duration limit, Duration step) {
    private static final String STATE =
            "jsonpath={.status.conditions[?(@.status==\"True\")].type} {.status.succeeded} {.status.failed}";
    private static final String WAITING = "jsonpath={.items[*].status.containerStatuses[*].state.waiting.reason}";

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
        while (true) {
            var state = kubectl.ask("get", "job", job.name(), "-o", STATE);
            if (state.contains("Complete")) {
                terminal.say("  %s is done after %d s"
                        .formatted(
                                job.name(),
                                Duration.between(begun, Instant.now()).toSeconds()));
                return;
            }
            if (state.contains("Failed")) {
                throw failed(job, "failed");
            }
            if (Duration.between(begun, Instant.now()).compareTo(limit) > 0) {
                throw failed(job, "is not done after " + limit.toSeconds() + " s");
            }
            Rollouts.pause(step);
        }
    }

    private LauncherException failed(Resource job, String how) {
        var log = kubectl.run("", "logs", "job/" + job.name(), "--tail=12");
        log.out().lines().forEach(line -> terminal.say("    " + line));
        var waiting = kubectl.run("", "get", "pods", "-l", "job-name=" + job.name(), "-o", WAITING)
                .out();
        return new LauncherException(
                "%s %s%s; the end of its log is above. No deployment was touched: what served before serves still."
                        .formatted(job.name(), how, waiting.isBlank() ? "" : " (" + waiting.strip() + ")"));
    }
}
