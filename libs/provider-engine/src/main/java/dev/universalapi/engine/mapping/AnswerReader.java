package dev.universalapi.engine.mapping;

import dev.universalapi.engine.expression.Address;
import dev.universalapi.engine.expression.Expressions;
import dev.universalapi.engine.expression.Vocabulary;
import dev.universalapi.engine.page.PageReader;
import dev.universalapi.engine.shape.Component;
import dev.universalapi.engine.shape.Shape;
import dev.universalapi.engine.yaml.Mistakes;
import dev.universalapi.engine.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads `answer` against the contract.
public final class AnswerReader {
    private static final List<String> LISTS = List.of("each", "entries", "columns");
    private static final int DEEPEST = 6;

    private final Vocabulary words;
    private final Mistakes mistakes;
    private final Optional<Component> limit;

    public AnswerReader(Vocabulary words, Mistakes mistakes, Shape.RecordOf query) {
        this.words = words;
        this.mistakes = mistakes;
        this.limit = PageReader.limit(query);
    }

    /// Where a mapping stands: around it, in a list, in an object whose names are data, in columns.
    enum Around {
        TOP,
        EACH,
        ENTRIES,
        COLUMNS
    }

    /// What makes the answer.
    public Maker.Nested read(String path, Yaml.Entries answer, Shape.RecordOf shape) {
        return record(path, answer, shape, Around.TOP, 1);
    }

    private Maker.Nested record(String path, Yaml.Entries where, Shape.RecordOf shape, Around around, int depth) {
        if (depth > DEEPEST) {
            mistakes.add(where.line(), "the answer is deeper than 6 mappings", "write it flatter");
        }
        for (var name : where.values().keySet()) {
            if (shape.component(name).isEmpty() && !(around != Around.TOP && LISTS.contains(name))) {
                var names = shape.components().stream().map(Component::name).toList();
                mistakes.add(
                        where.line(name),
                        "the contract has no `" + name + "`" + " in " + path,
                        "use one of " + String.join(", ", names));
            }
        }
        var makers = new ArrayList<Optional<Maker>>();
        for (var component : shape.components()) {
            var given = where.find(component.name());
            if (given.isEmpty() && !component.optional()) {
                mistakes.add(
                        where.line(),
                        "`" + component.name() + "` of " + path + " is required",
                        "write `" + component.name() + ": …`");
            }
            makers.add(
                    given.flatMap(value -> component(path + "." + component.name(), value, component, around, depth)));
        }
        return new Maker.Nested(shape, List.copyOf(makers));
    }

    private Optional<Maker> component(String path, Yaml where, Component component, Around around, int depth) {
        if (where instanceof Yaml.Entries mapping) {
            return mapping(path, mapping, component.shape(), around, depth);
        }
        return mistakes.read(where, text -> Expressions.parse(text, words)).map(expression -> {
            new AnswerCheck(mistakes, where.line(), path).given(expression, component, around);
            return new Maker.Given(path, expression, component.shape());
        });
    }

    private Optional<Maker> mapping(String path, Yaml.Entries where, Shape shape, Around around, int depth) {
        return switch (shape) {
            case Shape.RecordOf record -> Optional.of(record(path, where, record, around, depth + 1));
            case Shape.ListOf(Shape.RecordOf element) -> list(path, where, element, false, around, depth);
            case Shape.MapOf(Shape.RecordOf element) -> list(path, where, element, true, around, depth);
            case Shape.One _, Shape.Choice _, Shape.ListOf _, Shape.MapOf _ -> {
                mistakes.add(where.line(), path + " is no record", "write an expression");
                yield Optional.empty();
            }
        };
    }

    private Optional<Maker> list(
            String path, Yaml.Entries where, Shape.RecordOf element, boolean map, Around around, int depth) {
        var kinds = LISTS.stream().filter(where.values()::containsKey).toList();
        if (kinds.size() != 1 || (map && !kinds.contains("entries"))) {
            mistakes.add(
                    where.line(),
                    path + " needs one address of its elements",
                    map ? "write `entries: /…`" : "write `each: /…`, `entries: /…` or `columns: /…`");
            return Optional.empty();
        }
        var kind = kinds.getFirst();
        if (around == Around.COLUMNS) {
            mistakes.add(where.line(), path + " is a list within columns", "use `each`");
        }
        var inner = switch (kind) {
            case "each" -> Around.EACH;
            case "entries" -> Around.ENTRIES;
            default -> Around.COLUMNS;
        };
        var holder = where.find(kind).orElseThrow();
        var found = mistakes.read(holder, text -> Expressions.parse(text, words));
        var maker = record(path, where, element, inner, depth + 1);
        return found.map(address -> {
            new AnswerCheck(mistakes, holder.line(), path).holder(kind, address, around != Around.TOP);
            var most = around == Around.TOP ? limit : Optional.<Component>empty();
            return switch (inner) {
                case ENTRIES -> new Maker.Entries(path, address, maker, map, most);
                case COLUMNS -> new Maker.Columns(path, address, maker, addresses(maker), most);
                case EACH, TOP -> new Maker.Each(path, address, maker, most);
            };
        });
    }

    private static List<Address> addresses(Maker.Nested maker) {
        var addresses = new ArrayList<Address>();
        for (var component : maker.components()) {
            switch (component.orElse(null)) {
                case Maker.Given given ->
                    given.expression().addresses().stream()
                            .filter(address -> !address.fromTop())
                            .forEach(addresses::add);
                case Maker.Nested nested -> addresses.addAll(addresses(nested));
                case Maker.Each _, Maker.Entries _, Maker.Columns _ -> {}
                case null -> {}
            }
        }
        return addresses;
    }
}
