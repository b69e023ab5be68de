package dev.universalapi.testkit.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/// Habits that are easy to fall into and dear to get rid of.
final class Habits {
    private static final Set<String> MAY_SLEEP = Set.of("sandbox", "launcher", "bench");
    private static final Set<String> MAY_PRINT = Set.of("launcher", "bench");
    private static final String VALUE = "org.springframework.beans.factory.annotation.Value";
    private static final Set<String> INJECTION = Set.of(
            "org.springframework.beans.factory.annotation.Autowired",
            "jakarta.inject.Inject",
            "jakarta.annotation.Resource",
            "jakarta.persistence.PersistenceContext");

    private Habits() {}

    static List<Rule> rules() {
        return List.of(
                Rule.everywhere("no-value", noValue()),
                Rule.everywhere("no-field-injection", noFieldInjection()),
                Rule.everywhere("no-system-out", noSystemOut()),
                Rule.everywhere("no-sleep", noSleep()).where(module -> !MAY_SLEEP.contains(module.name())),
                Rule.everywhere("jackson-3", onlyJackson3()));
    }

    private static ArchRule noValue() {
        return noClasses()
                .that(Rule.boundBy("no-value"))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(VALUE)
                .because(
                        "a setting has a type, a default and a sentence in one record of properties, and docs/settings.md"
                                + " lists only those");
    }

    private static ArchRule noFieldInjection() {
        return noFields()
                .that()
                .areDeclaredInClassesThat(Rule.boundBy("no-field-injection"))
                .should()
                .beAnnotatedWith(describe(
                        "an annotation that injects",
                        annotation -> INJECTION.contains(annotation.getRawType().getName())))
                .because("what a class needs is said by its constructor, so that a test can give it");
    }

    private static ArchRule noSystemOut() {
        return noClasses()
                .that(Rule.boundBy("no-system-out"))
                .and(describe("are no Terminal of launcher or bench", type -> !isTerminal(type)))
                .should()
                .accessTargetWhere(describe("a standard stream is written to", Habits::prints))
                .because(
                        "services log with keys and values; the programs that talk to a person do it in one class, Terminal");
    }

    private static boolean isTerminal(JavaClass type) {
        return type.getSimpleName().equals("Terminal")
                && MAY_PRINT.stream().anyMatch(module -> type.getPackageName().startsWith(Arrows.homeOf(module)));
    }

    private static boolean prints(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        return switch (access.getTarget().getName()) {
            case "out", "err" -> owner.isEquivalentTo(System.class);
            case "printStackTrace" ->
                owner.isAssignableTo(Throwable.class)
                        && access.getTarget().getFullName().endsWith("()");
            default -> false;
        };
    }

    private static ArchRule noSleep() {
        return noClasses()
                .that(Rule.boundBy("no-sleep"))
                .should()
                .accessTargetWhere(describe(
                        "a thread is put to sleep",
                        access -> access.getTarget().getName().equals("sleep")
                                && Set.of("java.lang.Thread", "java.util.concurrent.TimeUnit")
                                        .contains(access.getTargetOwner().getName())))
                .because("who sleeps waits too long or too short; wait for what you need, or schedule");
    }

    private static ArchRule onlyJackson3() {
        return classes()
                .that(Rule.boundBy("jackson-3"))
                .should(Rule.haveNo(
                        "dependency on Jackson 2",
                        type -> type.getDirectDependenciesFromSelf().stream()
                                .map(dependency -> dependency.getTargetClass())
                                .filter(target -> target.getPackageName().startsWith("com.fasterxml.jackson")
                                        && !target.getPackageName().equals("com.fasterxml.jackson.annotation"))
                                .map(target -> type.getName() + " depends on " + target.getName())))
                .because("two generations of one library differ in dates and defaults, and only one can be right");
    }
}
