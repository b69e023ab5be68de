package dev.universalapi.search.search.source;

import dev.universalapi.engine.operation.OperationType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// All sources there are, by category, in the order of `sources.yml`.
public final class Sources {
    private static final String FILE = "sources.yml";

    private final Map<String, List<Source>> byCategory;

    /// The file as written.
    ///
    /// @param terms constants of contracts in words, by language
    record Written(
            Map<String, Map<String, String>> terms,
            @Nullable Map<String, Entry> operations) {}

    private Sources(List<Source> all) {
        this.byCategory = all.stream()
                .collect(Collectors.groupingBy(
                        source -> source.type().category(), LinkedHashMap::new, Collectors.toUnmodifiableList()));
    }

    /// Reads and checks them.
    ///
    /// @param known every operation there is: the file may name no other
    /// @param hosted those that are answered here: the others are no sources
    /// @throws IllegalStateException with all that is wrong
    public static Sources load(List<OperationType> known, List<OperationType> hosted) {
        try (var in = Sources.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return read(in, known, hosted);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Sources read(InputStream in, List<OperationType> known, List<OperationType> hosted) {
        var written = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .readValue(in, Written.class);
        var types = known.stream().collect(Collectors.toMap(OperationType::path, Function.identity()));
        var entries = written.operations() == null ? Map.<String, Entry>of() : written.operations();
        var mistakes = new ArrayList<String>();
        var sources = new ArrayList<Source>();
        var terms = new Terms(written.terms());
        entries.forEach((path, entry) -> {
            var type = types.get(path);
            if (type == null) {
                mistakes.add(path + ": there is no such operation");
            } else {
                var reader = new SourceReader(type, terms);
                var source = reader.read(entry);
                mistakes.addAll(reader.mistakes());
                if (hosted.contains(type)) {
                    sources.add(source);
                }
            }
        });
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException(FILE + ": " + String.join("; ", mistakes));
        }
        return new Sources(sources);
    }

    /// Those of a category.
    public List<Source> of(String category) {
        return byCategory.getOrDefault(category, List.of());
    }

    /// The categories that have any.
    public Set<String> categories() {
        return new TreeSet<>(byCategory.keySet());
    }
}
