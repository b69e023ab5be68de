package dev.universalapi.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.universalapi.engine.kind.Form;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.operation.About;
import dev.universalapi.engine.operation.Binding;
import dev.universalapi.engine.operation.Example;
import dev.universalapi.engine.operation.OperationType;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.shape.Component;
import dev.universalapi.engine.shape.Shape;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What holds for every operation. A new record is found by itself.
final class ContractTests {
    private final Operations operations = Operations.beside(Content.class);

    @TestFactory
    Stream<DynamicNode> everyOperation() {
        var catalogue = Catalogue.load(operations, Content.class);
        return operations.all().stream()
                .map(operation -> DynamicContainer.dynamicContainer(
                        operation.path(),
                        List.of(
                                offered(operation, catalogue),
                                dynamicTest("lies in the package of its category", () -> packaged(operation)),
                                dynamicTest("can be asked by its examples", () -> examples(operation)),
                                dynamicTest("says what each component is", () -> {
                                    told(operation.query());
                                    if (operation.form() != Form.BINARY) {
                                        told(operation.answer());
                                    }
                                }))));
    }

    private static DynamicTest offered(OperationType operation, Catalogue catalogue) {
        return dynamicTest(
                "is offered by a provider",
                () -> assertThat(catalogue.offering(operation.path()))
                        .as(
                                "nobody offers %s: add it under `operations` of a catalogue/<id>/provider.yml",
                                operation.path())
                        .isNotEmpty());
    }

    private static void packaged(OperationType operation) {
        assertThat(operation.queryType().getPackageName())
                .as("%s is of the category %s", operation.queryType(), operation.category())
                .isEqualTo(Content.class.getPackageName() + "."
                        + operation.category().replace("-", ""));
    }

    private static void examples(OperationType operation) {
        Map<String, List<String>> parameters = operation.query().components().stream()
                .filter(component -> component.declared().isAnnotationPresent(Example.class))
                .collect(Collectors.toMap(
                        Component::name,
                        component -> List.of(component
                                .declared()
                                .getAnnotation(Example.class)
                                .value())));

        var binding = operation.bind(parameters);

        assertThat(binding)
                .as(
                        "every required component of %s has an @Example, and together they are a query",
                        operation.queryType())
                .isInstanceOf(Binding.Bound.class);
    }

    private static void told(Shape shape) {
        switch (shape) {
            case Shape.RecordOf record ->
                record.components().forEach(component -> {
                    assertThat(component.declared().isAnnotationPresent(About.class))
                            .as(
                                    "%s.%s has an @About with its meaning and unit",
                                    record.type().getSimpleName(), component.name())
                            .isTrue();
                    told(component.shape());
                });
            case Shape.ListOf list -> told(list.element());
            case Shape.MapOf map -> told(map.element());
            case Shape.One _, Shape.Choice _ -> {}
        }
    }
}
