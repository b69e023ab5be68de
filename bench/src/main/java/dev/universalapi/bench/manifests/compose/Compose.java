package dev.universalapi.bench.manifests.compose;

import dev.universalapi.bench.manifests.Overlay;
import dev.universalapi.bench.manifests.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The file of compose, its variables at their defaults.
///
/// @param file as compose would see it: what is merged is in its place
record Compose(JsonNode file) {
    private static final String NAME = "docker-compose.yml";
    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{\\w+(?::?[-?]([^{}]*))?}");
    private static final String PROBE = "dev.universalapi.probe.Probe";
    private static final String READINESS = "/actuator/health/readiness";

    private static final Set<String> TOP = Set.of("name", "services", "networks", "volumes", "secrets", "configs");
    private static final Set<String> SERVICE = Set.of(
            ("annotations build cap_add cap_drop command configs container_name cpus cpu_shares deploy depends_on dns"
                            + " entrypoint environment env_file expose extra_hosts healthcheck hostname image init labels logging"
                            + " mem_limit mem_reservation memswap_limit network_mode networks oom_score_adj pids_limit platform"
                            + " ports profiles pull_policy read_only restart secrets security_opt shm_size stop_grace_period"
                            + " stop_signal sysctls tmpfs ulimits user volumes working_dir")
                    .split(" "));

    static Optional<Compose> of(Path project) throws IOException {
        var file = project.resolve(NAME);
        return Files.exists(file) ? Optional.of(read(Files.readString(file))) : Optional.empty();
    }

    static Compose read(String yaml) {
        var settings = LoadSettings.builder().build();
        return new Compose(new JsonMapper().valueToTree(merged(new Load(settings).loadFromString(yaml))));
    }

    private static @Nullable Object merged(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var whole = new LinkedHashMap<String, @Nullable Object>();
                parents(map.get("<<")).forEach(parent -> {
                    if (merged(parent) instanceof Map<?, ?> inherited) {
                        inherited.forEach((name, inner) -> whole.putIfAbsent(String.valueOf(name), inner));
                    }
                });
                map.forEach((name, inner) -> whole.put(String.valueOf(name), merged(inner)));
                whole.remove("<<");
                yield whole;
            }
            case List<?> list -> list.stream().map(Compose::merged).toList();
            case String text -> filled(text);
            case null, default -> value;
        };
    }

    private static List<?> parents(@Nullable Object merge) {
        return switch (merge) {
            case null -> List.of();
            case List<?> several -> several;
            default -> List.of(merge);
        };
    }

    private static String filled(String text) {
        var found = VARIABLE.matcher(text);
        var filled = found.replaceAll(match ->
                Matcher.quoteReplacement(Optional.ofNullable(match.group(1)).orElse("")));
        return filled.replace("$$", "$");
    }

    /// What runs of ours; who stands in for a network alone is left out.
    List<Run> runs() {
        var runs = new ArrayList<Run>();
        file.path("services").propertyStream().forEach(entry -> {
            var image = Run.image(entry.getValue().path("image").asString(""));
            if (!image.isEmpty() && !entry.getValue().has("entrypoint")) {
                runs.add(run("compose: " + entry.getKey(), entry.getValue(), image));
            }
        });
        return runs;
    }

    private static Run run(String where, JsonNode service, List<String> image) {
        var command = service.path("command");
        return new Run(
                where,
                image.getFirst(),
                image.getLast(),
                true,
                environment(service.path("environment")),
                command.isArray()
                        ? texts(command).toList()
                        : Stream.of(command.asString("").split(" "))
                                .filter(word -> !word.isEmpty())
                                .toList(),
                Stream.concat(texts(service.path("ports")), texts(service.path("expose")))
                        .map(port ->
                                Integer.valueOf(port.replaceFirst("/.*", "").replaceFirst(".*:", "")))
                        .collect(Collectors.toSet()),
                files(service),
                probes(service));
    }

    private static Map<String, String> environment(JsonNode environment) {
        if (environment.isObject()) {
            return Overlay.texts(environment);
        }
        var variables = new TreeMap<String, String>();
        texts(environment)
                .map(line -> line.split("=", 2))
                .forEach(pair -> variables.put(pair[0], pair.length > 1 ? pair[1] : ""));
        return variables;
    }

    private static Set<String> files(JsonNode service) {
        var files = new TreeSet<String>();
        service.path("secrets").forEach(secret -> {
            var target = secret.path("target").asString(secret.path("source").asString(secret.asString("")));
            files.add(target.startsWith("/") ? target : "/run/secrets/" + target);
        });
        texts(service.path("volumes"))
                .map(volume -> volume.split(":", -1))
                .filter(pair -> pair.length > 1)
                .forEach(pair -> files.add(pair[1] + "/"));
        return files;
    }

    private static Set<Run.Probe> probes(JsonNode service) {
        var test = texts(service.path("healthcheck").path("test")).toList();
        var at = test.indexOf(PROBE);
        return at >= 0 && at + 2 == test.size()
                ? Set.of(new Run.Probe(READINESS, Integer.parseInt(test.getLast())))
                : Set.of();
    }

    private static Stream<String> texts(JsonNode list) {
        return list.valueStream().filter(JsonNode::isValueNode).map(JsonNode::asString);
    }

    /// Whether it is of the form that compose reads; where there is Docker, ask it instead.
    List<String> faults() {
        var faults = new ArrayList<String>();
        unknown("the file", file, TOP, faults);
        var services = file.path("services");
        services.propertyStream().forEach(entry -> {
            var where = "service " + entry.getKey();
            var service = entry.getValue();
            unknown(where, service, SERVICE, faults);
            names(service.path("networks")).forEach(name -> missing(where, "networks", name, faults));
            names(service.path("depends_on")).forEach(name -> missing(where, "services", name, faults));
            names(service.path("secrets")).forEach(name -> missing(where, "secrets", name, faults));
            texts(service.path("volumes"))
                    .map(volume -> volume.split(":", 2)[0])
                    .filter(source -> source.matches("\\w[\\w-]*"))
                    .forEach(name -> missing(where, "volumes", name, faults));
            if (!service.has("image") && !service.has("build")) {
                faults.add(where + " has no image");
            }
        });
        return faults;
    }

    private static void unknown(String where, JsonNode map, Set<String> known, List<String> faults) {
        map.propertyNames().stream()
                .filter(name -> !known.contains(name) && !name.startsWith("x-"))
                .forEach(name -> faults.add(where + " has a word that compose does not know: " + name));
    }

    private void missing(String where, String kind, String name, List<String> faults) {
        if (!file.path(kind).has(name)) {
            faults.add("%s names %s of %s, and there is none".formatted(where, name, kind));
        }
    }

    /// The networks of a service; of one that lives in another's, that one's.
    Set<String> networks(String service) {
        var said = file.path("services").path(service);
        var mode = said.path("network_mode").asString("");
        return mode.startsWith("service:")
                ? networks(mode.substring("service:".length()))
                : names(said.path("networks")).collect(Collectors.toCollection(TreeSet::new));
    }

    /// Those that share a network with a service.
    Set<String> neighbours(String service) {
        var networks = networks(service);
        return file.path("services").propertyNames().stream()
                .filter(other -> !Collections.disjoint(networks, networks(other)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> names(JsonNode some) {
        return some.isObject()
                ? some.propertyNames().stream()
                : some.valueStream().map(one -> one.path("source").asString(one.asString("")));
    }
}
