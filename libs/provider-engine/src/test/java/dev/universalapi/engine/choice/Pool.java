package dev.universalapi.engine.choice;

import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.trial.Draft;
import dev.universalapi.engine.trial.Single;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// Six providers of one operation, `a` to `f`; only `a` needs a key, and only `f` cannot answer when asked for `odd`.
final class Pool {
    static final String PATH = "trial/single";
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Duration TIME = Duration.ofSeconds(10);
    static final List<String> IDS = List.of("a", "b", "c", "d", "e", "f");
    static final Catalogue CATALOGUE = catalogue();

    private Pool() {}

    static Wanted wanted(Route route) {
        return new Wanted(PATH, new Single("plain"), route, NOW, NOW.plus(TIME));
    }

    /// The choice among these alone.
    static Choice choose(Weights weights, List<String> preferred, Route route, RandomGenerator random, Someone... all) {
        var considered = Stream.of(all).map(one -> one.in(wanted(route))).toList();
        var chooser = new Chooser(new FakeOutlook(), () -> weights, () -> preferred);
        return chooser.choose(considered, route, random);
    }

    static List<String> ids(Choice choice) {
        return choice.offers().stream().map(offer -> offer.provider()).toList();
    }

    private static Catalogue catalogue() {
        try {
            var folder = Files.createTempDirectory("pool");
            for (var id : IDS) {
                write(Files.createDirectory(folder.resolve(id)), id);
            }
            var catalogue = Catalogue.load(Draft.OPERATIONS, folder);
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
            return catalogue;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path folder, String id) throws IOException {
        Files.writeString(folder.resolve("provider.yml"), """
                name: %1$s
                home: https://%1$s.example
                terms: { commercial: allowed, cache: true }
                base: https://api.%1$s.example
                auth: %2$s
                operations:
                  trial/single:
                %3$s    get: /now
                    query: { name: "{name}" }
                    answer: { id: /id, number: /number, inner: { a: /a } }
                """.formatted(
                        id,
                        id.equals("a") ? "{ query: { key: $A_KEY } }" : "none",
                        id.equals("f") ? "    accepts: { name: [plain, fine] }\n" : ""));
    }
}
