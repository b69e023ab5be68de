package dev.universalapi.bench.spoilt;

import dev.universalapi.engine.shape.Component;
import dev.universalapi.engine.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What an `answer` of a manifest reads of a body, by its own words.
final class Fields {
    private static final List<String> LISTS = List.of("each", "entries", "columns");
    private static final Pattern HOLE = Pattern.compile("\\{(//?[^{}|]*)");

    private final List<Need> needs = new ArrayList<>();
    private final List<List<Step>> read = new ArrayList<>();

    /// A component that the contract requires, and everything it may be made of: without all of that there is no
    /// answer.
    record Need(String component, List<List<Step>> addresses) {

        /// Whether an answer has it: an element of a list that is empty has nothing.
        boolean holds(JsonNode answer) {
            var list = answer.path(component.split("/", -1)[1]);
            return component.lastIndexOf('/') == 0 || !list.isContainer() || !list.isEmpty();
        }
    }

    private Fields() {}

    static Fields of(JsonNode mapping, Shape.RecordOf answer) {
        var fields = new Fields();
        fields.walk(mapping, answer, "", List.of(List.of()), true);
        return fields;
    }

    List<Need> needs() {
        return List.copyOf(needs);
    }

    /// Every address that is read, those of components that may be null too.
    List<List<Step>> read() {
        return List.copyOf(read);
    }

    private void walk(
            JsonNode mapping, Shape.RecordOf shape, String where, List<List<Step>> prefixes, boolean required) {
        for (var component : shape.components()) {
            var written = mapping.path(component.name());
            var name = where + "/" + component.name();
            var needed = required && !component.optional();
            if (written.isObject()) {
                nested(written, component, name, prefixes, needed);
            } else if (!written.isMissingNode()) {
                var found = expression(written.asString(""), name, prefixes, needed);
                if (component.shape() instanceof Shape.MapOf) {
                    found.forEach(steps -> read.add(plus(steps, Step.MEMBERS)));
                }
            }
        }
    }

    private void nested(JsonNode written, Component component, String name, List<List<Step>> prefixes, boolean needed) {
        var word = LISTS.stream().filter(written::has).findFirst();
        if (word.isEmpty()) {
            if (component.shape() instanceof Shape.RecordOf record) {
                walk(written, record, name, prefixes, needed);
            }
            return;
        }
        var lists = expression(written.path(word.get()).asString(""), name, prefixes, needed);
        var elements = lists.stream()
                .map(steps -> switch (word.get()) {
                    case "each" -> plus(steps, Step.EACH);
                    case "entries" -> plus(steps, Step.MEMBERS);
                    default -> steps;
                })
                .toList();
        read.addAll(elements);
        switch (component.shape()) {
            case Shape.ListOf(Shape.RecordOf record) -> walk(written, record, name, elements, needed);
            case Shape.MapOf(Shape.RecordOf record) -> walk(written, record, name, elements, needed);
            case Shape.ListOf _, Shape.MapOf _, Shape.One _, Shape.Choice _, Shape.RecordOf _ -> {}
        }
    }

    /// Its addresses from the top; a need if there is no way round them.
    private List<List<Step>> expression(String text, String name, List<List<Step>> prefixes, boolean needed) {
        var addresses = new ArrayList<List<Step>>();
        var avoidable = prefixes.isEmpty();
        for (var alternative : Texts.alternatives(text)) {
            var address = alternative.startsWith("/") ? alternative : hole(alternative);
            avoidable |= address.isEmpty();
            if (!address.isEmpty()) {
                var steps = Step.parse(address);
                (address.startsWith("//") ? List.of(List.<Step>of()) : prefixes)
                        .forEach(prefix -> addresses.add(
                                Stream.concat(prefix.stream(), steps.stream()).toList()));
            }
        }
        read.addAll(addresses);
        var taken = addresses.stream().map(Step::container).toList();
        // an element that is itself a value has no member to lose
        var whole = taken.stream()
                .anyMatch(steps -> steps.isEmpty() || !steps.getLast().removable());
        if (needed && !avoidable && !whole) {
            needs.add(new Need(name, taken));
        }
        return addresses;
    }

    /// What the first hole reads that a text cannot be without.
    private static String hole(String text) {
        return HOLE.matcher(text)
                .results()
                .map(hole -> Texts.alternatives(hole.group(1)))
                .filter(alternatives -> alternatives.stream().allMatch(one -> one.startsWith("/")))
                .filter(alternatives -> alternatives.size() == 1)
                .map(List::getFirst)
                .findFirst()
                .orElse("");
    }

    private static List<Step> plus(List<Step> steps, Step last) {
        return Stream.concat(steps.stream(), Stream.of(last)).toList();
    }
}
