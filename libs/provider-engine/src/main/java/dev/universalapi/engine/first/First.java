package dev.universalapi.engine.first;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.body.Bodies;
import dev.universalapi.engine.body.Reads;
import dev.universalapi.engine.body.Tree;
import dev.universalapi.engine.body.UnreadableException;
import dev.universalapi.engine.expression.Expression;
import dev.universalapi.engine.expression.Found;
import dev.universalapi.engine.expression.Known;
import dev.universalapi.engine.expression.Scope;
import dev.universalapi.engine.expression.Values;
import dev.universalapi.engine.mapping.Reading;
import dev.universalapi.engine.mapping.Refusal;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.request.Call;
import dev.universalapi.engine.shape.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One call before, judged by its status alone: the word `first`.
///
/// @param take what is taken from its answer, by name
/// @param empty the contract's answer, where it may be empty
public record First(Call call, Reads reads, Map<String, Expression> take, Optional<Shape.RecordOf> empty) {
    private static final int MOST_ELEMENTS = 5_000;

    /// What is taken from a response. Never throws, whatever the response.
    public Taken take(Record query, Known known, EgressResponse response) {
        var alone = Refusal.alone(response.status(), call.post());
        if (alone != Outcome.OK) {
            return failed(alone, alone == Outcome.MALFORMED ? "status " + response.status() : null);
        }
        try {
            var tree = Bodies.read(
                    response.status(),
                    response.body(),
                    reads,
                    response.header("content-type").orElse(""));
            return take(query, known, response, tree);
        } catch (UnreadableException e) {
            return failed(Outcome.MALFORMED, e.why());
        } catch (RuntimeException e) {
            return failed(Outcome.MALFORMED, "the answer of the call before cannot be taken: " + e.getMessage());
        }
    }

    private Taken take(Record query, Known known, EgressResponse response, Tree tree) {
        var scope = Scope.answer(tree.top(), tree.markup(), response.headers(), query, known);
        var values = new LinkedHashMap<String, Object>();
        for (var entry : take.entrySet()) {
            switch (entry.getValue().find(scope, value -> plain(value, scope))) {
                case Found.Value(var value) -> values.put(entry.getKey(), value);
                case Found.Missing _ -> {
                    return nothing();
                }
                case Found.Unreadable(var why) -> {
                    return failed(Outcome.MALFORMED, entry.getKey() + " of the call before: " + why);
                }
            }
        }
        return new Taken.Values(values);
    }

    private Taken nothing() {
        return empty.<Taken>map(answer -> new Taken.Ended(new Reading.Answer(Outcome.EMPTY, answer.empty(), 0)))
                .orElseGet(() -> failed(Outcome.NOT_FOUND, null));
    }

    // a request is made of texts, numbers and lists of these, never of objects; no element is none
    private static Found plain(Object value, Scope scope) {
        if (!Values.plural(value)) {
            return single(value, scope);
        }
        var list = new ArrayList<Object>();
        for (var element : Values.elements(value)) {
            switch (Values.of(element)) {
                case Found.Missing _ -> {}
                case Found.Unreadable unreadable -> {
                    return unreadable;
                }
                case Found.Value(var there) -> {
                    if (!(single(there, scope) instanceof Found.Value(var one))) {
                        return single(there, scope);
                    }
                    list.add(one);
                }
            }
        }
        if (list.size() > MOST_ELEMENTS) {
            return new Found.Unreadable("more than 5,000 elements");
        }
        return list.isEmpty() ? Found.BLANK : new Found.Value(List.copyOf(list));
    }

    private static Found single(Object value, Scope scope) {
        return Values.single(value, scope.whole().markup()) instanceof Found.Value(JsonNode node)
                ? node.isEmpty() ? Found.BLANK : new Found.Unreadable("an object or a list of lists is no value")
                : Values.single(value, scope.whole().markup());
    }

    private static Taken failed(Outcome outcome, @Nullable String message) {
        return new Taken.Ended(new Reading.Failure(outcome, message));
    }
}
