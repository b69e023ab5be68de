package dev.universalapi.bench.house;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Writes `docs/settings.md` from what the compiler found in the records of settings.
final class SettingsPage {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String OURS = "universal.";
    private static final String LIVE = "universal.live.";

    /// One key, as its record declares it.
    record Setting(String key, String type, String standard, String sentence) {
        String row() {
            return "| `%s` | %s | %s | %s | %s |"
                    .formatted(
                            key,
                            type,
                            standard.isEmpty() ? "" : "`" + standard + "`",
                            key.startsWith(LIVE) ? "live" : "",
                            sentence);
        }
    }

    private SettingsPage() {}

    static String write(Modules modules) throws IOException, FindingException {
        var settings = new TreeMap<String, Setting>();
        for (var file : modules.having("target/classes/META-INF/spring-configuration-metadata.json")
                .entrySet()) {
            collect(file.getValue(), settings);
        }
        if (settings.isEmpty()) {
            throw new FindingException(
                    "No module describes its settings: is the configuration processor still at work?");
        }
        return page(settings);
    }

    private static void collect(Path file, Map<String, Setting> settings) throws FindingException {
        for (var property : JSON.readTree(file.toFile()).path("properties")) {
            var setting = setting(property);
            if (!setting.key().startsWith(OURS)) {
                continue;
            }
            if (setting.sentence().isEmpty()) {
                throw new FindingException(
                        "The setting " + setting.key() + " has no sentence: add a @param to its record.");
            }
            var known = settings.put(setting.key(), setting);
            if (known != null && !known.equals(setting)) {
                throw new FindingException("Two modules declare the setting " + setting.key() + ", and differently.");
            }
        }
    }

    private static Setting setting(JsonNode property) {
        var description = property.path("description").asString("").strip().replaceAll("\\s+", " ");
        return new Setting(
                property.path("name").asString(),
                simple(property.path("type").asString("")),
                standard(property.path("defaultValue")),
                description.replace("|", "\\|"));
    }

    private static String standard(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "))
                : value.asString("");
    }

    /// `java.util.List<java.lang.String>` is a `List<String>` to people.
    private static String simple(String type) {
        return type.replaceAll("[\\w.]+[.$](?=\\w)", "").replace("<", "&lt;");
    }

    private static String page(Map<String, Setting> settings) {
        var lines = new ArrayList<String>();
        lines.add("# Settings");
        lines.add("");
        lines.add(
                "Every key of ours, written by the build from the records that declare them. A setting marked live changes"
                        + " within 15 s of the");
        lines.add("file that the config server reads, without a restart; the others are read at start.");
        lines.add("");
        lines.add("| key | type | default | | meaning |");
        lines.add("|---|---|---|---|---|");
        settings.values().forEach(setting -> lines.add(setting.row()));
        return String.join("\n", lines) + "\n";
    }
}
