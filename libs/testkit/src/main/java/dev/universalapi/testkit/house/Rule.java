package dev.universalapi.testkit.house;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// One rule of the house.
///
/// @param name what `@Allowed` calls it
/// @param scope the modules that it binds
/// @param made what it asks of the classes of a module
record Rule(String name, Predicate<ProjectModule> scope, Function<ProjectModule, ArchRule> made) {

    /// A rule that asks the same of every module.
    static Rule everywhere(String name, ArchRule rule) {
        return new Rule(name, _ -> true, _ -> rule);
    }

    /// The same rule, for the modules of this scope alone.
    Rule where(Predicate<ProjectModule> narrower) {
        return new Rule(name, narrower, made);
    }

    /// Throws an [AssertionError] that lists what breaks the rule, and why it exists.
    void check(ProjectModule module, JavaClasses classes) {
        made.apply(module)
                .as("[" + name + "] " + made.apply(module).getDescription())
                .allowEmptyShould(true)
                .check(classes);
    }

    /// All types but those that have an exception from the rule.
    static DescribedPredicate<JavaClass> boundBy(String rule) {
        return DescribedPredicate.describe("have no exception", type -> !Exceptions.allows(type, rule));
    }

    /// What a type must not have; each of the sentences found is a failure.
    static ArchCondition<JavaClass> haveNo(String what, Function<JavaClass, Stream<String>> finding) {
        return new ArchCondition<>("have no " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                finding.apply(type).distinct().forEach(found -> events.add(SimpleConditionEvent.violated(type, found)));
            }
        };
    }
}
