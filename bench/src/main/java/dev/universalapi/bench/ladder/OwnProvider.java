package dev.universalapi.bench.ladder;

import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.trial.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;

/// A provider of the operator: the catalogue's own of another name, changed in one line. The sandbox answers both.
final class OwnProvider implements AutoCloseable {
    /// The one it is a copy of, by whose name the sandbox counts.
    static final String LIKE = "open-meteo";

    private static final String SEARCH = "search-service";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final String id;
    private final Path folder;

    private OwnProvider(String id, Path folder) {
        this.id = id;
        this.folder = folder;
    }

    /// Puts it into the operator's folder and waits until every replica has it.
    ///
    /// @param line a line of the manifest by its beginning, blanks included
    /// @param instead what it says here
    static OwnProvider add(Stage stage, String id, String line, String instead) throws Exception {
        var manifest = Files.readString(stage.project().resolve("providers/catalogue/" + LIKE + "/provider.yml"));
        var changed = manifest.lines()
                .map(old -> old.startsWith(line) ? line + instead : old)
                .reduce("", (text, next) -> text + next + "\n");
        var own = new OwnProvider(id, stage.home().resolve("providers").resolve(id));
        Files.createDirectories(own.folder);
        Files.writeString(own.folder.resolve("provider.yml"), changed);
        if (Patience.secondsUntil(LIMIT, () -> stage.gauges(SEARCH).everywhere("provider_breaker", id, _ -> true))
                < 0) {
            throw new IllegalStateException(id + " is not seen by every replica");
        }
        return own;
    }

    /// The headers that ask nobody else.
    String[] only() {
        return new String[] {"X-Route", "{\"only\":[\"" + id + "\"]}"};
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
