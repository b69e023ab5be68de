package dev.universalapi.testkit.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Names that say nothing.
final class Names {
    private static final List<String> BANNED = List.of(
            "common",
            "shared",
            "core",
            "base",
            "util",
            "utils",
            "helper",
            "helpers",
            "misc",
            "manager",
            "processor",
            "impl",
            "dto",
            "vo",
            "info",
            "data",
            "handler");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_");

    private Names() {}

    static List<Rule> rules() {
        return List.of(Rule.everywhere("no-empty-name", noEmptyName()));
    }

    private static ArchRule noEmptyName() {
        return classes()
                .that(Rule.boundBy("no-empty-name"))
                .should(Rule.haveNo("empty word in its name", Names::emptyWords))
                .because("such a name fits everything, so everything ends up in it; name the thing: " + BANNED);
    }

    private static Stream<String> emptyWords(JavaClass type) {
        var floors = Arrays.stream(type.getPackageName().split("\\."))
                .filter(BANNED::contains)
                .map(word -> "package " + type.getPackageName() + " contains " + word);
        var last = lastWord(type.getSimpleName());
        return BANNED.contains(last) ? Stream.concat(floors, Stream.of(type.getName() + " ends in " + last)) : floors;
    }

    /// The last word of a camel-case name, in lower case: `HTTPHandler` ends in `handler`, `Metadata` in `metadata`.
    static String lastWord(String name) {
        var words = BETWEEN_WORDS.split(name, 0);
        return words[words.length - 1].toLowerCase(Locale.ROOT);
    }
}
