package dev.universalapi.search.search.source;

import dev.universalapi.engine.kind.Form;
import dev.universalapi.engine.kind.Kind;
import dev.universalapi.engine.operation.Default;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.shape.Component;
import dev.universalapi.engine.shape.Shape;
import dev.universalapi.search.intent.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/// Reads one operation of `sources.yml` and checks it against its contract.
final class SourceReader {
    private final OperationType type;
    private final Terms terms;
    private final List<String> mistakes = new ArrayList<>();

    SourceReader(OperationType type, Terms terms) {
        this.type = type;
        this.terms = terms;
    }

    /// What it comes to; of no use where there are mistakes.
    Source read(Entry entry) {
        require(type.kind() == Kind.QUERY && type.form() == Form.RECORD, "is no query that a record answers");
        require(entry.lane() != null, "has no lane");
        var lane = Objects.requireNonNullElse(entry.lane(), Lane.RESULTS);
        require(lane == Lane.ANSWERS || entry.title() != null, "has no title for what it finds");
        return new Source(
                type,
                lane,
                Objects.requireNonNullElse(entry.group(), type.path()),
                new When(words(entry), entry.day()),
                asks(Objects.requireNonNullElse(entry.asks(), Map.of())),
                taking(entry, lane),
                Objects.requireNonNullElse(entry.weight(), 1.0),
                Boolean.TRUE.equals(entry.slow()),
                !Boolean.FALSE.equals(entry.safe()));
    }

    /// All that is wrong, each in a sentence that begins with the operation.
    List<String> mistakes() {
        return List.copyOf(mistakes);
    }

    private static List<Folded> words(Entry entry) {
        return Objects.requireNonNullElse(entry.words(), List.<String>of()).stream()
                .map(Folded::of)
                .toList();
    }

    private Map<String, Wording> asks(Map<String, String> written) {
        var asks = new LinkedHashMap<String, Wording>();
        written.forEach((name, text) -> {
            require(type.query().component(name).isPresent(), "has no parameter " + name);
            var wording = Wording.of(text);
            wording.names()
                    .filter(value -> Value.named(value).isEmpty())
                    .forEach(value -> require(false, "asks with {" + value + "}, and no query says that"));
            asks.put(name, wording);
        });
        for (var component : type.query().components()) {
            require(!isNeeded(component) || asks.containsKey(component.name()), "needs " + component.name());
        }
        return asks;
    }

    private static boolean isNeeded(Component component) {
        return !component.optional() && component.declared().getAnnotation(Default.class) == null;
    }

    private Taking taking(Entry entry, Lane lane) {
        var answer = type.answer();
        var list = pointer(entry.list(), answer);
        var element = list == null ? answer : element(at(answer, list));
        var members = lane == Lane.ANSWERS ? answer : element;
        var elements = new Taking.Elements(
                wording(entry.title(), element),
                wording(entry.text(), element),
                wording(entry.url(), element),
                wording(entry.at(), members),
                wording(entry.entity(), element));
        return new Taking(entry.kind(), list, elements, pointer(entry.unsafe(), element), say(entry), terms);
    }

    private Map<Language, Wording> say(Entry entry) {
        var say = new EnumMap<Language, Wording>(Language.class);
        var written = Objects.requireNonNullElse(entry.say(), Map.<String, String>of());
        for (var language : Language.values()) {
            var text = written.get(language.tag());
            require(written.isEmpty() || text != null, "says nothing in " + language.tag());
            if (text != null) {
                var wording = Wording.of(text);
                wording.names()
                        .filter(name -> Value.named(name).isEmpty())
                        .forEach(name -> pointer(name, type.answer()));
                say.put(language, wording);
            }
        }
        return say;
    }

    private @Nullable Wording wording(@Nullable String text, @Nullable Shape shape) {
        if (text == null) {
            return null;
        }
        var wording = Wording.of(text);
        wording.names().forEach(name -> pointer(name, shape));
        return wording;
    }

    private @Nullable JsonPointer pointer(@Nullable String text, @Nullable Shape shape) {
        if (text == null) {
            return null;
        }
        if (!text.startsWith("/")) {
            require(false, "reads " + text + ", which is no JSON pointer");
            return null;
        }
        var pointer = JsonPointer.compile(text);
        require(at(shape, pointer) != null, "reads " + text + ", which its answer has not");
        return pointer;
    }

    private static @Nullable Shape at(@Nullable Shape shape, JsonPointer pointer) {
        if (shape == null || pointer.matches()) {
            return shape;
        }
        var inner = switch (shape) {
            case Shape.RecordOf of ->
                of.component(pointer.getMatchingProperty())
                        .map(Component::shape)
                        .orElse(null);
            case Shape.ListOf(var element) -> pointer.mayMatchElement() ? element : null;
            case Shape.MapOf(var element) -> element;
            case Shape.One _, Shape.Choice _ -> null;
        };
        return at(inner, pointer.tail());
    }

    private @Nullable Shape element(@Nullable Shape list) {
        if (list instanceof Shape.ListOf(var element)) {
            return element;
        }
        require(false, "has a list that is none");
        return null;
    }

    private void require(boolean met, String otherwise) {
        if (!met) {
            mistakes.add(type.path() + " " + otherwise);
        }
    }
}
