package dev.universalapi.engine.first;

import dev.universalapi.engine.body.Reads;
import dev.universalapi.engine.expression.Expression;
import dev.universalapi.engine.expression.Expressions;
import dev.universalapi.engine.expression.Vocabulary;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.page.Paging;
import dev.universalapi.engine.request.Call;
import dev.universalapi.engine.request.CallReader;
import dev.universalapi.engine.request.Texts;
import dev.universalapi.engine.shape.Shape;
import dev.universalapi.engine.yaml.Mistakes;
import dev.universalapi.engine.yaml.Yaml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads `first`.
public final class FirstReader {
    private final Yaml.Entries operation;
    private final OperationType type;
    private final Mistakes mistakes;

    public FirstReader(Yaml.Entries operation, OperationType type, Mistakes mistakes) {
        this.operation = operation;
        this.type = type;
        this.mistakes = mistakes;
    }

    /// The names that are taken: holes of the call that counts, and of the answer.
    public List<Expression.Told> names() {
        return operation.entries("first").entries("take").values().keySet().stream()
                .map(name -> new Expression.Told(name, false))
                .toList();
    }

    /// The call before, where the operation has one.
    ///
    /// @param words without the names that are taken
    public Optional<First> read(Call.Access access, Texts texts, Vocabulary words) {
        if (!(operation.find("first").orElse(null) instanceof Yaml.Entries first)) {
            return Optional.empty();
        }
        if (operation.find("get").or(() -> operation.find("post")).isEmpty()) {
            mistakes.add(operation.line("first"), "`first` needs a call behind it", "write `get` or `post` below it");
        }
        if (first.find("get").or(() -> first.find("post")).isEmpty()) {
            mistakes.add(operation.line("first"), "`first` has no call", "write `get` or `post` in it");
        }
        var take = take(first.entries("take"), words);
        var reads = first.text("reads").flatMap(Reads::find).orElse(Reads.JSON);
        return new CallReader(first, texts).read(access).map(call -> new First(call, reads, take, empty()));
    }

    private Map<String, Expression> take(Yaml.Entries declared, Vocabulary words) {
        var take = new LinkedHashMap<String, Expression>();
        declared.values().forEach((name, where) -> {
            if (type.query().component(name).isPresent() || Paging.HOLES.contains(name)) {
                mistakes.add(
                        declared.line(name),
                        "`" + name + "` is a name of the query already",
                        "take it by another name");
            }
            mistakes.read(where, text -> Expressions.parse(text, words))
                    .ifPresent(expression -> take.put(name, expression));
        });
        return take;
    }

    private Optional<Shape.RecordOf> empty() {
        var answer = type.answer();
        return answer.components().stream().allMatch(component -> component.optional() || component.plural())
                ? Optional.of(answer)
                : Optional.empty();
    }
}
