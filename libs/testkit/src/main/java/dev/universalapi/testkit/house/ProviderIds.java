package dev.universalapi.testkit.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Mechanism knows no content: the modules that ask providers name none.
final class ProviderIds {
    private static final Set<String> MECHANISM = Set.of("provider-engine", "provider-host");

    private ProviderIds() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("no-provider-id", module -> MECHANISM.contains(module.name()), ProviderIds::namesNoProvider));
    }

    private static ArchRule namesNoProvider(ProjectModule module) {
        var ids = module.providerIds();
        if (ids.isEmpty()) {
            throw new IllegalStateException("the catalogue is empty, so the rule would find nothing");
        }
        return classes()
                .that(Rule.boundBy("no-provider-id"))
                .should(Rule.haveNo(
                        "provider's id among its constants",
                        type -> Bytecode.of(type).stream()
                                .flatMap(model -> StreamSupport.stream(
                                        model.constantPool().spliterator(), false))
                                .flatMap(entry -> switch (entry) {
                                    case StringEntry text -> Stream.of(text.stringValue());
                                    case Utf8Entry text -> Stream.of(text.stringValue()); // values of annotations
                                    default -> Stream.empty();
                                })
                                .filter(ids::contains)
                                .map(id -> type.getName() + " says \"" + id + "\"")))
                .because(
                        "what differs between providers belongs in their manifests; an engine that knows one by name ends"
                                + " as a list of special cases");
    }
}
