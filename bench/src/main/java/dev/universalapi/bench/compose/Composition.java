package dev.universalapi.bench.compose;

import dev.universalapi.bench.trial.Patience;
import dev.universalapi.launcher.process.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// docker-compose.yml under a name and at ports of its own, in the sandbox.
///
/// @param engine that runs it
/// @param name of the Compose project
/// @param settings what the file is told
/// @param without services that have no image here
record Composition(Engine engine, String name, Map<String, String> settings, List<String> without) {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final String SECONDS = "900";

    /// @param version of the images
    /// @param secrets the folder that they are in
    static Composition of(Engine engine, String version, Path secrets, List<String> without) {
        var ports = new Ports();
        var settings = new LinkedHashMap<>(Map.of(
                "UNIVERSAL_MODE", "sandbox", "UNIVERSAL_VERSION", version, "UNIVERSAL_SECRETS", secrets.toString()));
        for (var port : List.of("PORT", "DOOR_PORT", "PROMETHEUS_PORT", "GRAFANA_PORT")) {
            settings.put("UNIVERSAL_" + port, String.valueOf(ports.any()));
        }
        settings.put("UNIVERSAL_NETWORK", "172.30." + ProcessHandle.current().pid() % 250);
        return new Composition(engine, "universal-proof", settings, List.copyOf(without));
    }

    /// Where a port of it is on this machine: `PORT` is the gateway's.
    URI at(String port) {
        return URI.create("http://127.0.0.1:" + settings.get("UNIVERSAL_" + port));
    }

    /// Starts all, with the profiles named, and waits until each part is well.
    Engine.Said up(String... profiles) throws InterruptedException {
        var words = new ArrayList<>(profiles(profiles));
        words.addAll(List.of("up", "--detach", "--wait", "--wait-timeout", SECONDS, "--pull", "never"));
        without.forEach(service -> words.addAll(List.of("--scale", service + "=0")));
        return say(words);
    }

    Engine.Said down(String... profiles) throws InterruptedException {
        var words = new ArrayList<>(profiles(profiles));
        words.addAll(List.of("down", "--volumes", "--remove-orphans", "--timeout", "20"));
        return say(words);
    }

    Engine.Said say(List<String> words) throws InterruptedException {
        var all = new ArrayList<>(List.of("--project-name", name));
        all.addAll(words);
        return engine.compose(settings, all);
    }

    private static List<String> profiles(String... names) {
        var words = new ArrayList<String>();
        List.of(names).forEach(profile -> words.addAll(List.of("--profile", profile)));
        return words;
    }

    /// The container of a service.
    String container(String service) {
        return name + "-" + service + "-1";
    }

    /// What Docker says of a container, by a template.
    String inspect(String service, String template) throws InterruptedException {
        return engine.docker("inspect", "--format", template, container(service))
                .text()
                .strip();
    }

    /// Kills the process of a container as a crash would, which Docker answers by a restart; it does not after a
    /// `docker kill`.
    ///
    /// @return seconds until it was well again, or -1
    double crash(String service) throws IOException, InterruptedException {
        var pid = inspect(service, "{{.State.Pid}}");
        var killed = Engine.run(engine.project(), Map.of(), List.of("kill", "-9", pid));
        if (!killed.isGood()) {
            throw new IOException(
                    "process " + pid + " of " + service + " cannot be killed from here: " + killed.text());
        }
        return Patience.secondsUntil(
                LONGEST,
                () -> !inspect(service, "{{.State.Pid}}").equals(pid)
                        && inspect(service, "{{.State.Health.Status}}").equals("healthy"));
    }

    /// What there is of it still: containers, networks and volumes.
    List<String> remains() throws InterruptedException {
        var left = new ArrayList<String>();
        for (var kind : List.of("container", "network", "volume")) {
            var words =
                    new ArrayList<>(List.of(kind, "ls", "-q", "--filter", "label=com.docker.compose.project=" + name));
            if (kind.equals("container")) {
                words.add("--all");
            }
            engine.docker(words.toArray(String[]::new)).text().lines().forEach(line -> left.add(kind + " " + line));
        }
        return left;
    }
}
