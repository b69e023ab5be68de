package dev.universalapi.bench.manifests;

import dev.universalapi.bench.manifests.code.Code;
import dev.universalapi.bench.manifests.code.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Whether one description of what runs says what the code is, and all of it.
///
/// @param description what people call it: an overlay, or the file of compose
/// @param isWhole whether it has to say every port and every probe
public record Agreement(Code code, Settings settings, String description, List<Run> runs, boolean isWhole) {
    private static final Set<String> HEALTH = Set.of("/actuator/health/liveness", "/actuator/health/readiness");
    private static final Pattern USED = Pattern.compile("\\$\\((\\w+)\\)");
    /// What programs of Java read that is no setting of Spring.
    private static final Set<String> OF_JAVA =
            Set.of("HOME", "MALLOC_ARENA_MAX", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "TZ");

    /// Files that are no secrets: what each route wants comes with the code, whom TLS trusts with Java or the overlay.
    private static final Set<String> IN_IMAGES = Set.of("universal.gateway.scopes", "universal.redis.ca-file");

    /// What the launcher tells its parts, and an installation need not; each with its reason.
    private static final Map<String, String> LAUNCHER_ALONE = Map.of(
            "server.port", "images have the ports of application.yml",
            "management.server.port", "images have the ports of application.yml",
            "universal.providers.folder", "there are no manifests of the operator's own at first",
            "universal.auth.first.keys", "a first organisation is made for trial alone",
            "universal.gateway.identity.service", "told where there is no auth-service",
            "universal.providers.own-credentials.service", "told where there is no auth-service");

    /// What one host may do without: settings that change while all runs, and what `GET /api/info` says of the mode.
    private static final Set<String> CLUSTER_ALONE = Set.of("universal.config.overlay", "universal.gateway.info.mode");

    /// A finding for each kind of thing that is said.
    public List<Finding> findings() throws IOException {
        return List.of(parts(), ports(), probes(), variables(), files(), told());
    }

    private Finding finding(String promise, int tried, List<String> broken) {
        return new Finding(description + ": " + promise, tried, broken);
    }

    private Finding parts() throws IOException {
        var broken = new ArrayList<String>();
        var missing = new TreeSet<>(code.parts());
        var version = code.version();
        for (var run : runs) {
            if (!code.parts().contains(run.part())) {
                broken.add(run.where() + ": there is no part " + run.part());
            }
            if (!run.version().replace("-SNAPSHOT", "").equals(version)) {
                broken.add("%s: is of version %s, the project of %s".formatted(run.where(), run.version(), version));
            }
            missing.remove(run.part());
        }
        missing.forEach(part -> broken.add(part + " runs nowhere"));
        return finding("every image is a part of this version, and every part has one", runs.size(), broken);
    }

    private List<Run> known() {
        return runs.stream().filter(run -> code.parts().contains(run.part())).toList();
    }

    private Finding ports() {
        var broken = new ArrayList<String>();
        for (var run : known()) {
            var has = code.isSpring(run.part()) ? spring(run.part()) : given(run);
            if (isWhole && run.serves() ? !run.ports().equals(has) : !has.containsAll(run.ports())) {
                broken.add("%s: says %s, listens at %s"
                        .formatted(run.where(), new TreeSet<>(run.ports()), new TreeSet<>(has)));
            }
        }
        return finding("every port is one that the part listens at, and the other way round", runs.size(), broken);
    }

    private Set<Integer> spring(String part) {
        return Set.of(code.port(part), code.managementPort(part));
    }

    /// The port that the sandbox is given, which has to be the one that it is looked for at.
    private Set<Integer> given(Run sandbox) {
        var at = sandbox.arguments().indexOf("--port");
        var port = at >= 0 && at + 1 < sandbox.arguments().size()
                ? sandbox.arguments().get(at + 1)
                : "0";
        var asked = runs.stream()
                .flatMap(run -> Optional.ofNullable(run.settings().get("UNIVERSAL_PROVIDERS_SANDBOX")).stream());
        return asked.allMatch(address -> address.endsWith(":" + port)) ? Set.of(Integer.valueOf(port)) : Set.of(0);
    }

    private Finding probes() {
        var broken = new ArrayList<String>();
        var tried = 0;
        for (var run : runs) {
            if (isWhole && run.serves() && code.isSpring(run.part())) {
                HEALTH.stream()
                        .filter(path -> run.probes().stream()
                                .noneMatch(probe -> probe.path().equals(path)))
                        .forEach(path -> broken.add(run.where() + ": is not asked for " + path));
            }
            for (var probe : run.probes()) {
                tried++;
                if (!HEALTH.contains(probe.path())
                        || !code.isSpring(run.part())
                        || probe.port() != code.managementPort(run.part())) {
                    broken.add("%s: nobody answers %s at %d".formatted(run.where(), probe.path(), probe.port()));
                }
            }
        }
        return finding("every probe asks for health where the part tells it", tried, broken);
    }

    private Finding variables() throws IOException {
        var broken = new ArrayList<String>();
        var tried = 0;
        for (var run : known()) {
            var used = new TreeSet<String>();
            run.settings()
                    .values()
                    .forEach(value -> USED.matcher(value).results().forEach(found -> used.add(found.group(1))));
            for (var variable : run.settings().keySet()) {
                tried++;
                if (!OF_JAVA.contains(variable) && !used.contains(variable) && !settings.knows(run.part(), variable)) {
                    broken.add(run.where() + ": has no setting " + variable);
                }
            }
            for (var argument : run.arguments()) {
                tried++;
                if (argument.startsWith("--")
                        && code.isSpring(run.part())
                        && !settings.knows(run.part(), variable(argument))) {
                    broken.add(run.where() + ": has no setting " + argument);
                }
            }
        }
        return finding("every variable and argument is a setting that the part has", tried, broken);
    }

    private static String variable(String argument) {
        return Settings.variable(argument.substring(2).split("=", 2)[0]);
    }

    /// Who has more than it names has what it does not need.
    private Finding files() {
        var broken = new ArrayList<String>();
        var tried = 0;
        for (var run : runs) {
            var named = new LinkedHashSet<>(run.named());
            named.removeIf(file -> HEALTH.contains(file) || file.equals("/tmp") || (file + "/").startsWith("/api/"));
            tried += named.size();
            named.stream()
                    .filter(file -> !run.has(file))
                    .forEach(file -> broken.add(run.where() + ": is told of " + file + ", and has it not"));
            run.files().stream()
                    .filter(file -> named.stream()
                            .noneMatch(name -> (file + "/").startsWith(name.replaceFirst("/$", "") + "/")))
                    .forEach(file -> broken.add(run.where() + ": has " + file + ", and is not told of it"));
        }
        return finding("every file that a part is told of is there, and no other", tried, broken);
    }

    /// What the launcher tells, and every file that a setting of ours can name.
    private Finding told() throws IOException {
        var said = new TreeSet<String>();
        for (var run : runs) {
            said.addAll(run.settings().keySet());
            run.arguments().stream()
                    .filter(argument -> argument.startsWith("--"))
                    .map(Agreement::variable)
                    .forEach(said::add);
        }
        var wanted = new TreeSet<>(code.told());
        settings.files().filter(name -> !IN_IMAGES.contains(name)).forEach(wanted::add);
        wanted.removeAll(LAUNCHER_ALONE.keySet());
        if (!isWhole) {
            wanted.removeAll(CLUSTER_ALONE);
        }
        var broken = wanted.stream()
                .filter(name -> !said.contains(Settings.variable(name)))
                .map(name -> "nobody is told of " + name)
                .toList();
        return finding(
                "what the launcher tells on one machine, and every secret, is told here too", wanted.size(), broken);
    }
}
