package dev.universalapi.testkit.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What has exactly one place in the house.
final class Places {
    private static final Set<String> TRANSLATING_TYPES = Set.of(
            "org.springframework.web.servlet.HandlerExceptionResolver",
            "org.springframework.web.server.WebExceptionHandler",
            "org.springframework.boot.webflux.error.ErrorWebExceptionHandler",
            "org.springframework.boot.webflux.error.ErrorAttributes",
            "org.springframework.boot.webmvc.error.ErrorAttributes",
            "org.springframework.boot.webmvc.error.ErrorController",
            "org.apache.catalina.valves.ErrorReportValve");
    private static final Set<String> TRANSLATING_ANNOTATIONS = Set.of(
            "org.springframework.web.bind.annotation.ExceptionHandler",
            "org.springframework.web.bind.annotation.ControllerAdvice",
            "org.springframework.web.bind.annotation.RestControllerAdvice");
    private static final String STATUS = "org.springframework.web.bind.annotation.ResponseStatus";

    private Places() {}

    static List<Rule> rules() {
        return List.of(
                Rule.everywhere("kafka-in-events", kafkaStaysInEvents())
                        .where(module -> !Set.of("testkit", "launcher").contains(module.name())),
                Rule.everywhere("problems-in-one-place", exceptionsBecomeAnswersInOnePlace()));
    }

    private static ArchRule kafkaStaysInEvents() {
        return noClasses()
                .that(Rule.boundBy("kafka-in-events"))
                .and()
                .resideOutsideOfPackage("dev.universalapi.platform.events..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
                .because("a business package says what happened; how it travels is platform's to change");
    }

    private static ArchRule exceptionsBecomeAnswersInOnePlace() {
        return classes()
                .that(Rule.boundBy("problems-in-one-place"))
                .and()
                .resideOutsideOfPackages("dev.universalapi.platform.problem..", "dev.universalapi.gateway.problem..")
                .should(Rule.haveNo("translation of exceptions into answers", Places::translations))
                .because("callers are promised one form of problem, so one place for each web stack writes it");
    }

    private static Stream<String> translations(JavaClass type) {
        var byType =
                TRANSLATING_TYPES.stream().filter(type::isAssignableTo).map(name -> type.getName() + " is a " + name);
        var byAnnotation = TRANSLATING_ANNOTATIONS.stream()
                .filter(type::isAnnotatedWith)
                .map(name -> type.getName() + " carries @" + name);
        var byMethod = type.getMethods().stream()
                .filter(method -> TRANSLATING_ANNOTATIONS.stream().anyMatch(method::isAnnotatedWith))
                .map(method -> method.getFullName() + " handles exceptions");
        var byStatus = type.isAssignableTo(Throwable.class) && type.isAnnotatedWith(STATUS)
                ? Stream.of(type.getName() + " carries a status of its own")
                : Stream.<String>empty();
        return Stream.of(byType, byAnnotation, byMethod, byStatus).flatMap(found -> found);
    }
}
