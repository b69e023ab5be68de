package dev.universalapi.testkit.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.universalapi.testkit.house.ProjectModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Compiles guilty code with the very arguments that the parent POM and `.mvn/jvm.config` give to every module.
class CompilerGateTests {
    private static final Path PROJECT =
            ProjectModule.of(CompilerGateTests.class).folder().resolve("../..").normalize();
    private static final Pattern ARGUMENT = Pattern.compile("<arg>([^<]+)</arg>");

    @TempDir
    Path folder;

    @Test
    void letsInnocentCodePass() throws Exception {
        var compiled = compile("String name(@Nullable String given) { return given == null ? \"nobody\" : given; }");

        assertThat(compiled.said()).isEmpty();
        assertThat(compiled.status()).isZero();
    }

    @Test
    void stopsWhatMayBeNullAndWhatErrorProneKnowsToBeWrong() throws Exception {
        var compiled = compile(
                "int length(@Nullable String given) { return given.length(); }",
                "List<String> names(List<@Nullable String> given) { return given; }",
                "boolean same(int[] one, int[] other) { return one.equals(other); }");

        assertThat(compiled.said())
                .contains(
                        "error: [NullAway] dereferenced expression 'given' is @Nullable",
                        "error: [NullAway] incompatible types: List<@Nullable String> cannot be converted to List<String>",
                        "error: [ArrayEquals]");
        assertThat(compiled.status()).isNotZero();
    }

    @Test
    void stopsAtAWarningOfTheCompiler() throws Exception {
        var compiled = compile("Object names() { return new ArrayList(); }");

        assertThat(compiled.said()).contains("warning: [rawtypes]", "error: warnings found and -Werror specified");
        assertThat(compiled.status()).isNotZero();
    }

    @Test
    void stopsAtAWarningOfErrorProne() throws Exception {
        var compiled = compile("boolean same(List<String> one, List<String> two) { return one == two; }");

        assertThat(compiled.said())
                .contains("warning: [ReferenceEquality]", "error: warnings found and -Werror specified");
        assertThat(compiled.status()).isNotZero();
    }

    private Command compile(String... members) throws IOException, InterruptedException {
        var source = folder.resolve("Snippet.java");
        Files.writeString(source, """
                package snippet;

                import java.util.ArrayList;
                import java.util.List;
                import org.jspecify.annotations.NullMarked;
                import org.jspecify.annotations.Nullable;

                @NullMarked
                record Snippet(List<String> list, @Nullable ArrayList<String> other) {
                    %s
                }
                """.formatted(String.join("\n    ", members)));
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        Files.readAllLines(PROJECT.resolve(".mvn/jvm.config")).forEach(option -> line.add("-J" + option));
        ARGUMENT.matcher(Files.readString(PROJECT.resolve("pom.xml")))
                .results()
                .map(match -> match.group(1))
                .forEach(line::add);
        line.add("-processorpath");
        line.add(System.getProperty("java.class.path"));
        line.add("-classpath");
        line.add(System.getProperty("java.class.path"));
        line.add("-d");
        line.add(folder.toString());
        line.add(source.toString());
        return Command.run(folder, line);
    }
}
