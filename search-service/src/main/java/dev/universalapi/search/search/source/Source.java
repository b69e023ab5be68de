package dev.universalapi.search.search.source;

import dev.universalapi.engine.kind.Question;
import dev.universalapi.engine.operation.Binding;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.search.intent.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An operation as a source of universal search.
///
/// @param type what is asked
/// @param lane where its answer goes
/// @param group of all in its category with the same, only the first that can help is asked
/// @param asks what its parameters are filled with, by name
/// @param takes what its answer comes to
/// @param weight how much it helps where its category is meant; 1 for most
/// @param slow left out where an answer is wanted quickly
/// @param safe whether it is asked where only what suits everybody is wanted
public record Source(
        OperationType type,
        Lane lane,
        String group,
        When when,
        Map<String, Wording> asks,
        Taking takes,
        double weight,
        boolean slow,
        boolean safe) {
    public Source {
        asks = Map.copyOf(asks);
    }

    /// What a query makes of it.
    public sealed interface Filled {}

    /// It can be asked.
    public record Asks(Question<? extends Record> question) implements Filled {}

    /// The query does not say something that it needs.
    ///
    /// @param what `a place`, in the language of the query
    public record Lacks(String what) implements Filled {}

    /// Something that it needs is there, but not in a form that it takes.
    public record Unfit(String why) implements Filled {}

    /// `weather/current`.
    public String path() {
        return type.path();
    }

    /// What a query must say so that it can be asked, in words.
    public List<String> needs(Language language) {
        return asks.values().stream()
                .flatMap(Wording::blanks)
                .filter(blank -> !blank.optional())
                .map(blank ->
                        Value.named(blank.names().getFirst()).orElseThrow().words(language))
                .filter(words -> !words.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /// Whether it is meant.
    public boolean applies(Given given) {
        return when.applies(given);
    }

    /// Its question.
    public Filled fill(Given given) {
        var parameters = new LinkedHashMap<String, List<String>>();
        for (var asked : asks.entrySet()) {
            var wording = asked.getValue();
            var filled = wording.fill(name -> Value.named(name).orElseThrow().of(given));
            if (filled.isPresent()) {
                parameters.put(asked.getKey(), List.of(filled.get()));
            } else if (wording.blanks().anyMatch(blank -> !blank.optional())) {
                return new Lacks(lacking(wording, given));
            }
        }
        return switch (type.bind(parameters)) {
            case Binding.Bound(var query) -> new Asks(question(query));
            case Binding.Refused(var violations) ->
                new Unfit(violations.isEmpty() ? "" : violations.getFirst().detail());
        };
    }

    private static String lacking(Wording wording, Given given) {
        return wording.blanks()
                .filter(blank -> !blank.optional())
                .map(blank -> Value.named(blank.names().getFirst()).orElseThrow())
                .filter(value -> value.of(given) == null)
                .findFirst()
                .map(value -> value.words(given.language()))
                .orElse("");
    }

    // sources are queries that a record answers, as was checked when they were read
    @SuppressWarnings("unchecked")
    private static Question<? extends Record> question(Record query) {
        return (Question<? extends Record>) query;
    }
}
