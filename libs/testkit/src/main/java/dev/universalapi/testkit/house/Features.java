package dev.universalapi.testkit.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// How a service is cut: by feature, each closed to the others but for what they use.
final class Features {
    private static final Set<String> WIRING = Set.of(
            "org.springframework.stereotype.Controller",
            "org.springframework.web.bind.annotation.RestController",
            "org.springframework.context.annotation.Configuration",
            "org.springframework.boot.autoconfigure.AutoConfiguration",
            "org.springframework.boot.autoconfigure.SpringBootApplication");
    private static final Set<String> WIRED = Set.of("Controller", "Listener", "Configuration");

    private Features() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("no-cycle", ProjectModule::isService, Features::formNoCycle),
                Rule.everywhere("package-private", arePackagePrivate()).where(ProjectModule::isService),
                Rule.everywhere("wiring-package-private", wiringIsPackagePrivate())
                        .where(module -> module.isService()
                                || Set.of("provider-host", "discovery", "config-server")
                                        .contains(module.name())));
    }

    private static ArchRule formNoCycle(ProjectModule module) {
        return slices().matching(module.home() + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("features that need each other are one feature, and neither can be read alone");
    }

    private static ArchRule arePackagePrivate() {
        return classes()
                .that(Rule.boundBy("package-private"))
                .should(Rule.haveNo(
                        "public type that no other package uses",
                        type -> isOpen(type) && !isUsedOutside(type)
                                ? Stream.of(type.getName() + " is public, and no other package uses it")
                                : Stream.empty()))
                .because("what a package shows is what its neighbours will lean on");
    }

    private static ArchRule wiringIsPackagePrivate() {
        return classes()
                .that(Rule.boundBy("wiring-package-private"))
                .should(Rule.haveNo(
                        "public wiring",
                        type -> isOpen(type) && isWiring(type)
                                ? Stream.of(type.getName() + " is public, and only the framework calls it")
                                : Stream.empty()))
                .because("controllers, listeners and configurations are called by the framework, never by us");
    }

    private static boolean isOpen(JavaClass type) {
        return type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static boolean isUsedOutside(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream()
                .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()));
    }

    private static boolean isWiring(JavaClass type) {
        return WIRED.stream().anyMatch(type.getSimpleName()::endsWith)
                || WIRING.stream().anyMatch(type::isAnnotatedWith);
    }
}
