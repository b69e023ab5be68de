package dev.universalapi.bench.compose;

import dev.universalapi.bench.trial.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What containers may do, as Docker says it of those that run: not as the file says it should be.
record Walls(Composition composition, Report report) {
    private static final List<String> OURS = List.of(
            "discovery",
            "config-server",
            "search",
            "sandbox",
            "search-service",
            "analytics-service",
            "auth-service",
            "gateway");
    private static final List<String> THEIRS = List.of("postgres", "kafka", "redis", "prometheus");
    private static final String TOLD =
            "{{.Config.User}} {{.HostConfig.ReadonlyRootfs}} {{.HostConfig.CapDrop}} {{.HostConfig.SecurityOpt}}";
    private static final String OF_OURS = "10001:10001 true [ALL] [no-new-privileges:true]";
    private static final String LIMITS = "{{.HostConfig.Memory}} {{.HostConfig.NanoCpus}}";

    /// Who may reach a store, by who shares its network.
    private static final Map<String, Set<String>> REACH = Map.of(
            "postgres", Set.of("postgres", "analytics-service", "auth-service"),
            "redis", Set.of("redis", "search", "auth-service", "gateway"),
            "kafka", Set.of("kafka", "search", "analytics-service", "auth-service", "gateway"));

    void look() throws InterruptedException {
        report.section("Walls");
        var open = new ArrayList<String>();
        for (var part : OURS) {
            var told = composition.inspect(part, TOLD);
            if (!told.equals(OF_OURS)) {
                open.add(part + ": " + told);
            }
        }
        report.checkAll("a part has a user without rights and writes nowhere but /tmp", OURS.size(), open);
        var loose = new ArrayList<String>();
        var all = new ArrayList<>(OURS);
        all.addAll(THEIRS);
        for (var each : all) {
            var limits = composition.inspect(each, LIMITS);
            if (List.of(limits.split(" ")).contains("0")) {
                loose.add(each + ": " + limits);
            }
        }
        report.checkAll("memory and processors have a limit", all.size(), loose);
        for (var store : REACH.entrySet()) {
            var near = near(store.getKey());
            report.check(
                    store.getKey() + " is reached by who needs it alone",
                    near.equals(new TreeSet<>(store.getValue())),
                    near.toString());
        }
    }

    private Set<String> near(String network) throws InterruptedException {
        var names = composition
                .engine()
                .docker(
                        "network",
                        "inspect",
                        "--format",
                        "{{range .Containers}}{{.Name}} {{end}}",
                        composition.name() + "_" + network)
                .text()
                .strip();
        var near = new TreeSet<String>();
        for (var name : names.split(" ")) {
            near.add(name.replaceAll("^" + composition.name() + "-|-1$", ""));
        }
        return near;
    }
}
