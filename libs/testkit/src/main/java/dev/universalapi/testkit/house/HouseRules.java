package dev.universalapi.testkit.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// The rules of the house, for a module's `ArchitectureTests`.
public final class HouseRules {
    private HouseRules() {}

    /// A test for every rule that binds the module of the given test class, over the module's main classes.
    public static Stream<DynamicTest> of(Class<?> test) {
        var module = ProjectModule.of(test);
        var classes = new ClassFileImporter().importPath(module.classes());
        assertThat(classes).as("compiled classes of " + module.name()).isNotEmpty();
        return all().stream()
                .filter(rule -> rule.scope().test(module))
                .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> rule.check(module, classes)));
    }

    /// Every rule there is.
    static List<Rule> all() {
        var rules = Stream.of(
                        Arrows.rules(),
                        ProviderIds.rules(),
                        Features.rules(),
                        Places.rules(),
                        Habits.rules(),
                        Names.rules(),
                        Budgets.rules())
                .flatMap(List::stream)
                .toList();
        var names = rules.stream().map(Rule::name).collect(Collectors.toUnmodifiableSet());
        return Stream.concat(rules.stream(), Stream.of(Exceptions.areReasoned(names)))
                .toList();
    }
}
