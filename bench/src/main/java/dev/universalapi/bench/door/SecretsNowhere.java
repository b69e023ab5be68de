package dev.universalapi.bench.door;

import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Report;
import io.lettuce.core.Range;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// No secret that the run has used is in anything that it wrote down: logs, events, databases, Redis, command lines.
final class SecretsNowhere implements Scene {
    private static final List<String> DATABASES = List.of("auth", "analytics");
    private static final int SHORTEST = 12;
    private static final int SHOWN = 60;
    /// The private half of a JSON Web Key.
    private static final Pattern PRIVATE = Pattern.compile("\"d\"\\s*:\\s*\"([^\"]+)\"");

    /// A line of a file of hashes.
    private static final Pattern HASHED = Pattern.compile("[0-9a-f]{64} ");

    private static final String COLUMNS = """
            select table_schema, table_name, column_name from information_schema.columns
            where table_schema not in ('pg_catalog', 'information_schema')
            order by 1, 2, 3""";

    private final Tenants tenants;
    private final Stores stores;
    private final Set<String> found = new HashSet<>();
    private final List<String> secrets = new ArrayList<>();
    private String known = "";

    SecretsNowhere(Tenants tenants, Stores stores) {
        this.tenants = tenants;
        this.stores = stores;
    }

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("Where no secret may be");
        known = tenants.known(); // what may be seen is found, so what may not would be
        secrets.addAll(tenants.secrets());
        files(stage.home().resolve("identity"));
        files(stage.home().resolve("secrets"));
        encoded();
        report.figure("secrets looked for", secrets.size());
        look(report, "logs", logs(stage), false);
        look(report, "command lines", commands(stage), false);
        look(report, "events of Kafka", topics(), true);
        for (var name : DATABASES) {
            look(report, "database " + name, database(name), name.equals("auth"));
        }
        look(report, "Redis", stores.redis(SecretsNowhere::everything), false);
        report.checkAll("none of them is found anywhere", secrets.size(), List.copyOf(found));
    }

    /// Each line of a file is a secret, without the name before it; of a key pair, the private half. What is public of
    /// keys, their hashes and ids, is none.
    private void files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                var text = Files.readString(file).strip();
                if (file.getFileName().toString().endsWith(".json")) {
                    PRIVATE.matcher(text).results().forEach(match -> secrets.add(match.group(1)));
                } else {
                    text.lines()
                            .filter(line -> !HASHED.matcher(line).lookingAt())
                            .forEach(line -> secrets.add(line.substring(line.indexOf(' ') + 1)));
                }
            }
        }
        secrets.removeIf(secret -> secret.length() < SHORTEST);
    }

    /// As the bytes of a column are shown, and as they are often written.
    private void encoded() {
        for (var secret : List.copyOf(secrets)) {
            var bytes = secret.getBytes(StandardCharsets.UTF_8);
            secrets.add(HexFormat.of().formatHex(bytes));
            secrets.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
        }
    }

    /// @param tells whether what may be seen must be in it
    private void look(Report report, String where, List<String> texts, boolean tells) {
        var characters = 0L;
        var seen = false;
        for (var text : texts) {
            characters += text.length();
            seen |= text.contains(known);
            for (var secret : secrets) {
                if (text.contains(secret)) {
                    var at = text.indexOf(secret);
                    found.add(where + ": …" + text.substring(Math.max(0, at - SHOWN), at) + "<secret>");
                }
            }
        }
        report.figure(where + ": characters searched", characters);
        report.check(
                where + " are really searched",
                characters > 0 && (seen || !tells),
                known + " is not in " + texts.size());
    }

    private static List<String> logs(Stage stage) throws IOException {
        var texts = new ArrayList<String>();
        try (var files = Files.walk(stage.home().resolve("logs"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                texts.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    private static List<String> commands(Stage stage) {
        return stage.suite().instances().stream()
                .flatMap(instance -> ProcessHandle.of(stage.suite().pid(instance)).stream())
                .flatMap(process -> process.info().commandLine().stream())
                .toList();
    }

    private List<String> topics() {
        return stores.topics().stream()
                .flatMap(topic -> topic.contents().stream())
                .toList();
    }

    /// Every column of every table as text, whatever its type.
    private List<String> database(String name) throws IOException, SQLException {
        var texts = new ArrayList<String>();
        try (var database = stores.database(name, "system")) {
            for (var column : strings(database, COLUMNS)) {
                texts.addAll(strings(database, column));
            }
        }
        return texts;
    }

    private static List<String> strings(Connection database, String query) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            var columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                if (columns == 1) {
                    found.add(String.valueOf(rows.getString(1)));
                } else {
                    found.add("select \"%3$s\"::text from \"%1$s\".\"%2$s\""
                            .formatted(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
        }
        return found;
    }

    private static List<String> everything(RedisCommands<String, String> redis) {
        var texts = new ArrayList<String>();
        for (var key : redis.keys("*")) {
            texts.add(key);
            texts.add(
                    switch (redis.type(key)) {
                        case "string" -> String.valueOf(redis.get(key));
                        case "hash" -> redis.hgetall(key).toString();
                        case "list" -> redis.lrange(key, 0, -1).toString();
                        case "set" -> redis.smembers(key).toString();
                        case "zset" -> redis.zrange(key, 0, -1).toString();
                        case "stream" ->
                            redis.xrange(key, Range.create("-", "+")).stream()
                                    .map(message ->
                                            Map.copyOf(message.getBody()).toString())
                                    .toList()
                                    .toString();
                        default -> "";
                    });
        }
        return texts;
    }
}
