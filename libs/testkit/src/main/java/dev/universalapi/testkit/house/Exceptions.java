package dev.universalapi.testkit.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.stream.Stream;

/// Reads the exceptions that types claim with an annotation `Allowed(rule, because)` of ours. It is known by its simple
/// name, because the annotation lives in a module that itself is tested with these rules.
final class Exceptions {
    static final int SENTENCE = 20;

    private Exceptions() {}

    static boolean allows(JavaClass type, String rule) {
        return claimed(type).anyMatch(claim -> text(claim, "rule").equals(rule))
                || type.getEnclosingClass()
                        .map(enclosing -> allows(enclosing, rule))
                        .orElse(false);
    }

    /// Exceptions are from rules that exist, and have a reason.
    static Rule areReasoned(Set<String> rules) {
        return Rule.everywhere(
                "exceptions",
                classes()
                        .should(Rule.haveNo(
                                "unfounded exception",
                                type -> claimed(type)
                                        .filter(claim -> !rules.contains(text(claim, "rule"))
                                                || text(claim, "because")
                                                                .strip()
                                                                .length()
                                                        < SENTENCE)
                                        .map(claim -> type.getName() + " claims an exception from '"
                                                + text(claim, "rule") + "' because '" + text(claim, "because") + "'")))
                        .because(
                                "an exception tells the next reader which rule would do harm here, and why; the rules are "
                                        + rules));
    }

    private static Stream<JavaAnnotation<?>> claimed(JavaClass type) {
        return type.getAnnotations().stream().flatMap(Exceptions::unpacked);
    }

    private static Stream<JavaAnnotation<?>> unpacked(JavaAnnotation<?> annotation) {
        var name = annotation.getRawType().getName();
        if (!name.startsWith(Arrows.OURS)) {
            return Stream.empty();
        }
        if (name.endsWith(".Allowed")) {
            return Stream.of(annotation);
        }
        return name.endsWith(".Allowed$All")
                ? Stream.of((Object[]) annotation.get("value").orElseThrow()).map(each -> (JavaAnnotation<?>) each)
                : Stream.empty();
    }

    private static String text(JavaAnnotation<?> annotation, String member) {
        return String.valueOf(annotation.get(member).orElse(""));
    }
}
