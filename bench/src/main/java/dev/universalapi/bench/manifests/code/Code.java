package dev.universalapi.bench.manifests.code;

import dev.universalapi.launcher.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What the checkout says of its deployables.
///
/// @param written the settings in the `application.yml` of each part, by their full names; none for a part without
/// @param made the modules of ours that each part is made of, itself among them
public record Code(Path project, Map<String, Map<String, String>> written, Map<String, Set<String>> made) {
    public static final String SANDBOX = "sandbox";
    public static final String DISCOVERY = "discovery";
    public static final String CONFIG = "config-server";
    public static final String GATEWAY = "gateway";
    /// A program of others, which is brought for one machine alone.
    private static final String STORES = "stores";

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern VERSION =
            Pattern.compile("<artifactId>universal-api</artifactId>\\s*<version>([^<]+?)(?:-SNAPSHOT)?</version>");
    private static final Pattern TOLD = Pattern.compile("\"--([a-z][\\w.-]*)=");
    private static final Pattern OWN = Pattern.compile(
            "<dependency>\\s*<groupId>dev\\.universalapi</groupId>\\s*<artifactId>([^<]+)</artifactId>(\\s*<scope>test)?");

    private static final Pattern BASE = Pattern.compile("(?m)^base: \"?(https?)://[^/:\\s\"]+(?::(\\d+))?");
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    public static Code of(Path project) throws IOException {
        var written = new TreeMap<String, Map<String, String>>();
        var made = new TreeMap<String, Set<String>>();
        for (var module : Suite.modules()) {
            if (!module.equals(STORES)) {
                written.put(module, read(project.resolve(module).resolve("src/main/resources/application.yml")));
                var modules = new TreeSet<String>();
                add(project, module, modules);
                made.put(module, modules);
            }
        }
        return new Code(project, written, made);
    }

    public Set<String> parts() {
        return written.keySet();
    }

    /// Those with a port for their health.
    public boolean isSpring(String part) {
        return parts().contains(part) && !part.equals(SANDBOX);
    }

    public int port(String part) {
        return Integer.parseInt(setting(part, "server.port"));
    }

    public int managementPort(String part) {
        return Integer.parseInt(setting(part, "management.server.port"));
    }

    /// As the part's own file says; empty where it does not.
    public String setting(String part, String name) {
        return written.getOrDefault(part, Map.of()).getOrDefault(name, "");
    }

    /// As it will be released.
    public String version() throws IOException {
        var found = VERSION.matcher(Files.readString(project.resolve("pom.xml")));
        return found.find() ? found.group(1) : "";
    }

    /// What the launcher tells the parts of one machine, by the names of settings.
    public Set<String> told() throws IOException {
        var wiring = project.resolve("launcher/src/main/java/dev/universalapi/launcher/suite/Wiring.java");
        return TOLD.matcher(Files.readString(wiring))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Where providers are asked, as their manifests say.
    public Set<Integer> providerPorts() throws IOException {
        var ports = new TreeSet<Integer>();
        try (var files = Files.walk(project.resolve("providers/catalogue"))) {
            for (var file : files.filter(one -> one.endsWith("provider.yml")).toList()) {
                BASE.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(2) != null
                                ? Integer.valueOf(found.group(2))
                                : Integer.valueOf(found.group(1).equals("https") ? HTTPS : HTTP))
                        .forEach(ports::add);
            }
        }
        return ports;
    }

    /// The modules of ours that a part is made of; none where there is no such part.
    public Set<String> modules(String part) {
        return made.getOrDefault(part, Set.of());
    }

    private static void add(Path project, String module, Set<String> modules) throws IOException {
        if (modules.add(module)) {
            var own = OWN.matcher(Files.readString(folder(project, module).resolve("pom.xml")));
            for (var found : own.results().toList()) {
                if (found.group(2) == null && !found.group(1).equals("testkit")) {
                    add(project, found.group(1), modules);
                }
            }
        }
    }

    /// Where a module is.
    public Path folder(String module) {
        return folder(project, module);
    }

    private static Path folder(Path project, String module) {
        var library = project.resolve("libs").resolve(module);
        return Files.isDirectory(library) ? library : project.resolve(module);
    }

    /// The settings of a file by their full names, but for those of profiles.
    public static Map<String, String> read(Path file) throws IOException {
        var settings = new TreeMap<String, String>();
        if (Files.exists(file)) {
            try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(Files.readString(file))) {
                for (var document : documents.readAll()) {
                    var one = new TreeMap<String, String>();
                    flatten("", document, one);
                    if (!one.containsKey("spring.config.activate.on-profile")) {
                        settings.putAll(one);
                    }
                }
            }
        }
        return settings;
    }

    private static void flatten(String name, JsonNode node, Map<String, String> settings) {
        if (node.isObject()) {
            node.propertyStream()
                    .forEach(entry -> flatten(
                            name.isEmpty() ? entry.getKey() : name + "." + entry.getKey(), entry.getValue(), settings));
        } else if (node.isArray()) {
            settings.put(name, node.valueStream().map(JsonNode::asString).collect(Collectors.joining(",")));
        } else {
            settings.put(name, node.asString(""));
        }
    }

    /// All settings that are written anywhere for a part.
    public Stream<String> names(String part) {
        return written.getOrDefault(part, Map.of()).keySet().stream();
    }
}
