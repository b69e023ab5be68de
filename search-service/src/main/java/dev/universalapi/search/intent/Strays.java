package dev.universalapi.search.intent;

import dev.universalapi.search.intent.Parts.Part;
import dev.universalapi.search.intent.Slot.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Gives parts that ask for nothing to those that do, so that their words are looked for: to the one before, or the
/// first where none is.
final class Strays {
    private final Map<Part, List<Span>> byHost = new HashMap<>();

    /// @param parts in their order
    Strays(List<Part> parts, Predicate<Part> asks) {
        var hosts = parts.stream().filter(asks).toList();
        var host = hosts.isEmpty() ? null : hosts.getFirst();
        for (var part : parts) {
            if (asks.test(part)) {
                host = part;
            } else if (host != null) {
                byHost.computeIfAbsent(host, _ -> new ArrayList<>()).add(part.span());
            }
        }
    }

    /// Those that go with a part.
    List<Span> of(Part part) {
        return byHost.getOrDefault(part, List.of());
    }
}
