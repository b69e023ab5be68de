package dev.universalapi.bench.manifests.code;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Which settings there are, and which part has them: ours from `docs/settings.md` and from what the compiler wrote of
/// modules that are built, in the module whose record they are of; those of libraries from the descriptions that these
/// bring, and from what the parts' own files set.
///
/// @param ours by their full names
/// @param owners modules by the prefix of the records of settings that they have
/// @param others of libraries, as environment variables; a map's end with `_`
public record Settings(Code code, Map<String, Setting> ours, Map<String, Set<String>> owners, Set<String> others) {
    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final String ROUTES = "universal.gateway.route.services.";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| ([^|]*) \\| (?:`([^`]*)`)? *\\|");
    private static final Pattern RECORD =
            Pattern.compile("@ConfigurationProperties\\(\\s*(?:prefix = )?\"([\\w.-]+)\"");

    /// @param type as in the page of settings
    /// @param standard what counts where nothing is set; empty if nothing does
    public record Setting(String type, String standard) {
        public boolean isFile() {
            return type.endsWith("Path") || type.contains("Resource");
        }
    }

    public static Settings of(Code code) throws IOException {
        var ours = new TreeMap<String, Setting>();
        ROW.matcher(Files.readString(code.project().resolve("docs/settings.md")))
                .results()
                .forEach(row -> ours.put(
                        row.group(1),
                        new Setting(
                                row.group(2), Optional.ofNullable(row.group(3)).orElse(""))));
        var owners = new HashMap<String, Set<String>>();
        for (var part : code.parts()) {
            for (var module : code.modules(part)) {
                built(code.folder(module).resolve("target/classes").resolve(METADATA), ours);
                for (var prefix : records(code.folder(module).resolve("src/main/java"))) {
                    owners.computeIfAbsent(prefix, _ -> new TreeSet<>()).add(module);
                }
            }
        }
        return new Settings(code, ours, owners, others(code));
    }

    private static void built(Path file, Map<String, Setting> ours) throws IOException {
        if (Files.exists(file)) {
            for (var property : JSON.readTree(Files.readString(file)).path("properties")) {
                var name = property.path("name").asString();
                if (isOurs(name)) {
                    ours.putIfAbsent(
                            name,
                            new Setting(
                                    property.path("type").asString(""),
                                    property.path("defaultValue").asString("")));
                }
            }
        }
    }

    private static Set<String> records(Path sources) throws IOException {
        var prefixes = new TreeSet<String>();
        try (var files = Files.walk(sources)) {
            for (var file : files.filter(one -> one.toString().endsWith("Properties.java"))
                    .toList()) {
                RECORD.matcher(Files.readString(file)).results().forEach(found -> prefixes.add(found.group(1)));
            }
        }
        return prefixes;
    }

    private static Set<String> others(Code code) throws IOException {
        var others = new HashSet<String>();
        var loader = Settings.class.getClassLoader();
        for (var found : Stream.concat(loader.resources(METADATA), loader.resources("described/" + METADATA))
                .toList()) {
            try (var in = found.openStream()) {
                for (var property : JSON.readTree(in).path("properties")) {
                    others.add(variable(property));
                }
            }
        }
        code.parts().forEach(part -> code.names(part).map(Settings::variable).forEach(others::add));
        return others;
    }

    private static String variable(JsonNode property) {
        var variable = variable(property.path("name").asString());
        return property.path("type").asString("").startsWith("java.util.Map") ? variable + "_" : variable;
    }

    /// As Spring Boot reads it in the environment.
    public static String variable(String name) {
        return name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    public static boolean isOurs(String name) {
        return name.startsWith("universal.") || name.startsWith("UNIVERSAL_");
    }

    /// Whether a part takes a variable of the environment for a setting.
    public boolean knows(String part, String variable) {
        if (!isOurs(variable)) {
            return others.contains(variable)
                    || others.stream().anyMatch(other -> other.endsWith("_") && variable.startsWith(other));
        }
        var name = name(variable);
        return name.isPresent() && has(part, name.get());
    }

    /// The setting that a variable of the environment is.
    public Optional<String> name(String variable) {
        return ours.keySet().stream()
                .filter(name -> variable(name).equals(variable)
                        || ours.getOrDefault(name, new Setting("", "")).type().startsWith("Map")
                                && variable.startsWith(variable(name) + "_"))
                .findFirst();
    }

    /// Whether a part is made of a module that reads the setting.
    public boolean has(String part, String name) {
        var modules = code.modules(part);
        return owners.entrySet().stream()
                .filter(entry -> name.startsWith(entry.getKey() + "."))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(Map.Entry::getValue)
                .stream()
                .flatMap(Set::stream)
                .anyMatch(modules::contains);
    }

    /// Whom a part calls, by the names under which discovery knows them.
    ///
    /// @param said what it is told, by the names of variables; what is not said is as its own file says
    /// @param names those that there are
    public Set<String> calls(String part, Map<String, String> said, Set<String> names) {
        var called = new TreeSet<String>();
        if (!code.setting(part, "eureka.client.service-url.defaultZone").isEmpty()) {
            called.add(Code.DISCOVERY);
        }
        if (code.setting(part, "spring.config.import").contains("configserver")) {
            called.add(Code.CONFIG);
        }
        ours.forEach((name, setting) -> {
            if (has(part, name)) {
                Stream.of(said.getOrDefault(variable(name), setting.standard()).split(","))
                        .filter(names::contains)
                        .forEach(called::add);
            }
        });
        Stream.concat(names.stream(), code.parts().stream())
                .filter(service -> !said.getOrDefault(variable(ROUTES + service), code.setting(part, ROUTES + service))
                        .isEmpty())
                .forEach(called::add);
        return called;
    }

    /// Ours that name a file or a folder.
    public Stream<String> files() {
        return ours.entrySet().stream()
                .filter(entry -> entry.getValue().isFile())
                .map(Map.Entry::getKey);
    }
}
