package dev.universalapi.testkit.house;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Guilty of size are classes written for the occasion: nobody should have to scroll past them.
class BudgetsTests {
    @TempDir
    Path folder;

    @Test
    void stopsAFileOfMoreThan300Lines() throws IOException {
        write("Short", "\n".repeat(298));
        assertThatCode(() -> check("file-length")).doesNotThrowAnyException();

        write("Long", "\n".repeat(299));
        assertThatThrownBy(() -> check("file-length")).hasMessageContaining("Long.java has 301 lines");
    }

    @Test
    void stopsAMethodOfMoreThan50Lines() throws IOException {
        write("Short", "void run() {\n" + "hashCode();\n".repeat(48) + "}");
        assertThatCode(() -> check("method-length")).doesNotThrowAnyException();

        write("Long", "void run() {\n" + "hashCode();\n".repeat(49) + "}");
        assertThatThrownBy(() -> check("method-length")).hasMessageContaining("Long.run has 51 lines");
    }

    @Test
    void stopsAPackageOfMoreThan15Files() throws IOException {
        for (var number = 1; number <= 15; number++) {
            write("One" + number, "");
        }
        assertThatCode(() -> check("package-size")).doesNotThrowAnyException();

        write("TooMany", "");
        assertThatThrownBy(() -> check("package-size")).hasMessageContaining("package small has 16 files");
    }

    private void write(String name, String body) throws IOException {
        var file = folder.resolve("src/main/java/small").resolve(name + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "package small; class " + name + " {\n" + body + "}\n");
        Files.createDirectories(folder.resolve("target/classes"));
        var compiler = ToolProvider.getSystemJavaCompiler();
        compiler.run(null, null, null, "-d", folder.resolve("target/classes").toString(), file.toString());
    }

    private void check(String rule) {
        var module = new ProjectModule("gateway", "small", folder);
        HouseRulesTests.rule(rule).check(module, new ClassFileImporter().importPath(module.classes()));
    }
}
