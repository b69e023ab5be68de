package dev.universalapi.bench.house;

import dev.universalapi.engine.shape.Component;
import dev.universalapi.engine.shape.Shape;
import dev.universalapi.engine.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;

/// What of a contract's answer a manifest leaves out: components that may be null and are given nothing, by their
/// way from the top, `days.sunrise`. Of a record or a list that is left out whole, its own name alone.
final class Gaps {
    private static final String NOTHING = "none";

    private final List<String> found = new ArrayList<>();

    private Gaps() {}

    /// @param answer as the manifest has it
    static List<String> of(Shape.RecordOf contract, Yaml.Entries answer) {
        var gaps = new Gaps();
        gaps.record("", contract, answer);
        return List.copyOf(gaps.found);
    }

    private void record(String before, Shape.RecordOf contract, Yaml.Entries answer) {
        for (var component : contract.components()) {
            var way = before + component.name();
            switch (answer.find(component.name()).orElse(null)) {
                case Yaml.Entries mapping -> inside(way + ".", component, mapping);
                case Yaml.Word word when word.text().equals(NOTHING) -> found.add(way);
                case null -> found.add(way);
                case Yaml.Word _, Yaml.Items _ -> {}
            }
        }
    }

    private void inside(String before, Component component, Yaml.Entries mapping) {
        switch (component.shape()) {
            case Shape.RecordOf contract -> record(before, contract, mapping);
            case Shape.ListOf(Shape.RecordOf element) -> record(before, element, mapping);
            case Shape.MapOf(Shape.RecordOf element) -> record(before, element, mapping);
            case Shape.One _, Shape.Choice _, Shape.ListOf _, Shape.MapOf _ -> {}
        }
    }
}
