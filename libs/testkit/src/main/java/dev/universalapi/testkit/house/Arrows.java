package dev.universalapi.testkit.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Who may import whom. A module that is not named here may import nothing of ours, nor be imported.
final class Arrows {
    static final String OURS = "dev.universalapi.";

    private static final Set<String> SPRINGLESS = Set.of("contracts", "egress", "provider-engine", "providers");

    private static final Map<String, String> HOMES = Map.ofEntries(
            Map.entry("contracts", "contracts"),
            Map.entry("egress", "egress"),
            Map.entry("provider-engine", "engine"),
            Map.entry("platform", "platform"),
            Map.entry("provider-host", "host"),
            Map.entry("providers", "providers"),
            Map.entry("gateway", "gateway"),
            Map.entry("search-service", "search"),
            Map.entry("analytics-service", "analytics"),
            Map.entry("auth-service", "auth"),
            Map.entry("discovery", "discovery"),
            Map.entry("config-server", "configserver"),
            Map.entry("sandbox", "sandbox"),
            Map.entry("launcher", "launcher"),
            Map.entry("stores", "stores"),
            Map.entry("probe", "probe"),
            Map.entry("bench", "bench"),
            Map.entry("testkit", "testkit"));

    private static final Map<String, List<String>> OPEN = Map.ofEntries(
            Map.entry("egress", List.of("contracts")),
            Map.entry("provider-engine", List.of("contracts", "egress")),
            Map.entry("platform", List.of("contracts")),
            Map.entry("providers", List.of("contracts", "engine")),
            Map.entry("provider-host", List.of("contracts", "platform", "engine", "egress", "providers")),
            Map.entry(
                    "gateway",
                    List.of(
                            "contracts",
                            "platform.events",
                            "platform.observability",
                            "platform.problem",
                            "platform.security",
                            "platform.settings")),
            Map.entry("analytics-service", List.of("contracts", "platform")),
            Map.entry("auth-service", List.of("contracts", "platform")),
            Map.entry("search-service", List.of("contracts", "platform", "host", "engine", "providers")),
            Map.entry("sandbox", List.of("contracts", "providers", "engine", "egress")),
            Map.entry("bench", List.of("contracts", "egress", "engine", "launcher", "providers")));

    private Arrows() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("arrows", _ -> true, Arrows::onlyAlong),
                Rule.everywhere("no-spring", springless()).where(module -> SPRINGLESS.contains(module.name())));
    }

    /// The package that a module's types are in or below.
    static String homeOf(String module) {
        var home = HOMES.get(module);
        if (home == null) {
            throw new IllegalArgumentException("module " + module + " is new: say in Arrows where it stands");
        }
        return OURS + home;
    }

    private static ArchRule onlyAlong(ProjectModule module) {
        var open = new ArrayList<String>();
        open.add(module.home());
        OPEN.getOrDefault(module.name(), List.of()).forEach(name -> open.add(OURS + name));
        return classes()
                .that(Rule.boundBy("arrows"))
                .should(Rule.haveNo("dependency on ours but on " + open, type -> strangers(type, open)))
                .because("what may depend on what is the plan of the house, and a plan with one short cut is none");
    }

    private static Stream<String> strangers(JavaClass type, List<String> open) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(target -> target.getName().startsWith(OURS))
                .filter(target -> open.stream().noneMatch(home -> isWithin(target, home)))
                .map(target -> type.getName() + " depends on " + target.getName());
    }

    private static boolean isWithin(JavaClass type, String home) {
        return (type.getPackageName() + ".").startsWith(home + ".");
    }

    private static ArchRule springless() {
        return noClasses()
                .that(Rule.boundBy("no-spring"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .because("contracts, egress, engine and providers must work, and be tested, in a plain main method");
    }
}
