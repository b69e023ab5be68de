package dev.universalapi.bench.durable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// One event as it is in Kafka: told, and acknowledged.
///
/// @param producer the process that numbered it
record Told(String source, String id, String producer, long sequence) {
    private static final JsonMapper JSON = new JsonMapper();

    /// Those of usage that can be read.
    static List<Told> read(List<String> messages) {
        return messages.stream().flatMap(message -> one(message).stream()).toList();
    }

    private static Optional<Told> one(String message) {
        try {
            var event = JSON.readTree(message);
            return Optional.of(new Told(
                            event.path("source").asString(""),
                            event.path("id").asString(""),
                            event.path("producer").asString(""),
                            event.path("sequence").asLong(0)))
                    .filter(_ -> event.path("type").asString("").equals("usage.recorded.v1"));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    /// How many numbers below the highest are missing, of each producer that misses some.
    static Map<String, Long> missing(List<Told> all) {
        var numbers = all.stream()
                .filter(one -> one.sequence() > 0)
                .collect(Collectors.groupingBy(
                        Told::producer,
                        TreeMap::new,
                        Collectors.mapping(Told::sequence, Collectors.toCollection(TreeSet::new))));
        var missing = new TreeMap<String, Long>();
        numbers.forEach((producer, seen) -> {
            if (seen.last() > seen.size()) {
                missing.put(producer, seen.last() - seen.size());
            }
        });
        return missing;
    }

    /// By what they are known.
    static Set<String> identities(List<Told> all) {
        return all.stream().map(one -> one.source() + " " + one.id()).collect(Collectors.toSet());
    }
}
