package dev.universalapi.host;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.host.manner.Manner;
import dev.universalapi.platform.problem.ProblemException;
import java.util.List;
import java.util.stream.Collectors;

/// The operations that are answered here.
public final class HostedOperations {
    private final List<OperationType> types;

    /// @param categories those answered here; all if there is none
    /// @throws IllegalArgumentException if there is no such category, or a query has a component of a taken name
    public HostedOperations(Operations operations, List<String> categories) {
        var known = operations.all().stream().map(OperationType::category).collect(Collectors.toSet());
        for (var category : categories) {
            if (!known.contains(category)) {
                throw new IllegalArgumentException(
                        "universal.providers.host names %s; there are %s".formatted(category, sorted(known)));
            }
        }
        operations.all().forEach(HostedOperations::refuseNames);
        this.types = operations.all().stream()
                .filter(type -> categories.isEmpty() || categories.contains(type.category()))
                .toList();
    }

    /// All of them, by path.
    public List<OperationType> all() {
        return types;
    }

    /// The one at that address.
    ///
    /// @throws ProblemException saying what there is instead
    OperationType get(String category, String name) {
        var inCategory =
                types.stream().filter(type -> type.category().equals(category)).toList();
        if (inCategory.isEmpty()) {
            throw nothing("There is no category %s; there are %s.", category, OperationType::category, types);
        }
        return inCategory.stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> nothing(
                        "There is no operation " + category + "/%s; there are %s.",
                        name,
                        OperationType::path,
                        inCategory));
    }

    private static void refuseNames(OperationType type) {
        for (var name : Manner.NAMES) {
            if (type.query().component(name).isPresent()) {
                throw new IllegalArgumentException(
                        type.path() + ": `" + name + "` says how an answer is wanted and names no component");
            }
        }
    }

    private static ProblemException nothing(
            String sentence,
            String asked,
            java.util.function.Function<OperationType, String> name,
            List<OperationType> among) {
        var shown = asked.length() > 60 ? asked.substring(0, 60) + "…" : asked;
        var names = among.stream().map(name).collect(Collectors.toSet());
        return new ProblemException(ProblemType.NOT_FOUND, sentence.formatted(shown, sorted(names)));
    }

    private static String sorted(java.util.Set<String> names) {
        return names.stream().sorted().collect(Collectors.joining(", "));
    }
}
