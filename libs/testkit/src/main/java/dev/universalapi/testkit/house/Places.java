package dev.universalapi.testkit.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
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
    private static final String TENANT = "dev.universalapi.platform.tenant";
    private static final String STATUS = "org.springframework.web.bind.annotation.ResponseStatus";

    private Places() {}

    static List<Rule> rules() {
        return List.of(
                Rule.everywhere("kafka-in-events", kafkaStaysInEvents())
                        .where(module -> !Set.of("testkit", "launcher").contains(module.name())),
                Rule.everywhere("connections-in-tenant", connectionsAreOpenedInTenant())
                        .where(module -> !Set.of("testkit", "launcher", "bench").contains(module.name())),
                Rule.everywhere("across-tenants", fewSeeAllOrganisations()),
                Rule.everywhere("problems-in-one-place", exceptionsBecomeAnswersInOnePlace()));
    }

    private static ArchRule connectionsAreOpenedInTenant() {
        return noClasses()
                .that(Rule.boundBy("connections-in-tenant"))
                .and()
                .resideOutsideOfPackage(TENANT + "..")
                .should()
                .dependOnClassesThat(describe(
                        "open connections to databases",
                        type -> type.getName().equals("java.sql.DriverManager")
                                || type.getPackageName().startsWith("com.zaxxer.hikari")
                                || type.getPackageName().startsWith("org.postgresql.ds")
                                || type.getPackageName().equals("org.springframework.jdbc.datasource")
                                        && type.getSimpleName().endsWith("DataSource")))
                .because("a connection opened elsewhere belongs to no organisation, or to a role that nobody checked");
    }

    private static ArchRule fewSeeAllOrganisations() {
        return classes()
                .that(Rule.boundBy("across-tenants"))
                .and()
                .resideOutsideOfPackage(TENANT + "..")
                .should(Rule.haveNo(
                        "access to all organisations without @AcrossTenants(because)",
                        type -> touchesAll(type) && !isMarked(type)
                                ? Stream.of(type.getName() + " touches SystemDatabase")
                                : Stream.empty()))
                .because("one statement that forgets its organisation shows everybody's rows, so few classes may write"
                        + " one, and each says why");
    }

    private static boolean touchesAll(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> isOurs(dependency.getTargetClass(), "SystemDatabase"));
    }

    /// By simple name, because platform itself is tested with these rules.
    private static boolean isOurs(JavaClass type, String name) {
        return type.getPackageName().startsWith(Arrows.OURS)
                && type.getSimpleName().equals(name);
    }

    private static boolean isMarked(JavaClass type) {
        return type.getAnnotations().stream()
                        .filter(annotation -> isOurs(annotation.getRawType(), "AcrossTenants"))
                        .anyMatch(annotation ->
                                String.valueOf(annotation.get("because").orElse(""))
                                                .strip()
                                                .length()
                                        >= Exceptions.SENTENCE)
                || type.getEnclosingClass().map(Places::isMarked).orElse(false);
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
