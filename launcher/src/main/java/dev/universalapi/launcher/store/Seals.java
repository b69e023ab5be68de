package dev.universalapi.launcher.store;

import dev.universalapi.launcher.home.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Under which master keys something is sealed, asked of a PostgreSQL that does not run.
///
/// @param home whose data it is
public record Seals(Home home, Versions versions) {
    private static final String AUTH = "auth";
    private static final String DATABASES = "SELECT datname AS told FROM pg_database";
    private static final String TABLES = """
            SELECT nspname || '.' || relname AS told FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace \
            WHERE relname = 'credential' AND relkind = 'r'""";
    private static final Pattern TOLD = Pattern.compile("told = \"([^\"]*)\"");

    /// How many credentials there are by the name of their master key; empty where it cannot be found out.
    public Optional<Map<String, Integer>> count() {
        if (!Files.exists(cluster().resolve("PG_VERSION"))) {
            return Optional.of(Map.of());
        }
        try {
            var counts = new TreeMap<String, Integer>();
            if (ask("postgres", DATABASES).contains(AUTH)) {
                for (var table : ask(AUTH, TABLES)) {
                    for (var told : ask(
                            AUTH,
                            "SELECT master || ' ' || count(*) AS told FROM %s GROUP BY master".formatted(table))) {
                        var space = told.indexOf(' ');
                        counts.merge(
                                told.substring(0, space), Integer.parseInt(told.substring(space + 1)), Integer::sum);
                    }
                }
            }
            return Optional.of(counts);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private Path cluster() {
        return home.data("postgres").resolve("cluster").toAbsolutePath();
    }

    private List<String> ask(String database, String question) throws IOException {
        var programs = new PostgresPrograms(home.apps(), versions.postgres());
        var command = new ArrayList<>(Stream.of(programs.by().split(" "))
                .filter(word -> !word.isEmpty())
                .toList());
        command.addAll(List.of(programs.folder().resolve("bin/postgres").toString(), "--single", "-D"));
        command.addAll(List.of(cluster().toString(), "-c", "exit_on_error=on", database));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
                in.write(question + "\n");
            }
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(said.strip());
            }
            return TOLD.matcher(said).results().map(found -> found.group(1)).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
