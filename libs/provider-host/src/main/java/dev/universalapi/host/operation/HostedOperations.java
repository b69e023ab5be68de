package dev.universalapi.host.operation;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.switching.Switches;
import dev.universalapi.host.manner.Manner;
import dev.universalapi.platform.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// The operations that are answered here.
public final class HostedOperations {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final List<OperationType> types;
    private final Switches switches;

    /// Where nothing is ever switched off.
    ///
    /// @throws IllegalArgumentException like the other
    public HostedOperations(Operations operations, List<String> categories) {
        this(operations, categories, Switches.NONE);
    }

    /// @param categories those answered here; all if there is none
    /// @throws IllegalArgumentException if there is no such category, or a query has a component of a taken name
    public HostedOperations(Operations operations, List<String> categories, Switches switches) {
        this.switches = switches;
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
    public OperationType get(String category, String name) {
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

    /// The same, where it may be asked now.
    ///
    /// @throws ProblemException saying also why operators have switched it off
    public OperationType open(String category, String name) {
        var type = get(category, name);
        switches.operation(type.path()).ifPresent(reason -> {
            throw new ProblemException(
                    ProblemType.SERVICE_UNAVAILABLE,
                    type.path() + " is switched off: " + reason,
                    List.of(),
                    List.of(),
                    SOON);
        });
        return type;
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
