package dev.universalapi.testkit.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.LineNumberInfo;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// How large things may grow before the build stops.
final class Budgets {
    static final int FILE_LINES = 300;
    static final int METHOD_LINES = 50;
    static final int PARAMETERS = 7;
    static final int PACKAGE_FILES = 15;

    private Budgets() {}

    static List<Rule> rules() {
        return List.of(
                new Rule("file-length", _ -> true, Budgets::filesAreShort),
                Rule.everywhere("method-length", methodsAreShort()),
                Rule.everywhere("constructor-parameters", constructorsAreNarrow()),
                new Rule("package-size", _ -> true, Budgets::packagesAreSmall));
    }

    private static ArchRule filesAreShort(ProjectModule module) {
        return classes()
                .that(Rule.boundBy("file-length"))
                .should(Rule.haveNo(
                        "more than " + FILE_LINES + " lines",
                        type -> fileOf(type, module)
                                .map(file -> new Length(file, lines(file)))
                                .filter(length -> length.lines() > FILE_LINES)
                                .map(length -> length.file() + " has " + length.lines() + " lines")))
                .because("a long file hides that it does several things");
    }

    private static ArchRule methodsAreShort() {
        return classes()
                .that(Rule.boundBy("method-length"))
                .should(Rule.haveNo(
                        "method of more than " + METHOD_LINES + " lines",
                        type -> Bytecode.of(type).stream()
                                .flatMap(model -> model.methods().stream())
                                .filter(Budgets::isWritten)
                                .filter(method -> lines(method) > METHOD_LINES)
                                .map(method -> type.getName() + "." + method.methodName() + " has " + lines(method)
                                        + " lines")))
                .because("a method that does not fit on a screen cannot be checked by looking");
    }

    private static ArchRule constructorsAreNarrow() {
        return classes()
                .that(Rule.boundBy("constructor-parameters"))
                .should(Rule.haveNo(
                        "constructor of more than " + PARAMETERS + " parameters",
                        type -> type.isRecord() || type.isEnum()
                                ? Stream.empty()
                                : type.getConstructors().stream()
                                        .filter(made ->
                                                made.getRawParameterTypes().size() > PARAMETERS)
                                        .map(made -> made.getFullName() + " takes "
                                                + made.getRawParameterTypes().size())))
                .because("who needs so much does too much; records hold values and may be wide");
    }

    private static ArchRule packagesAreSmall(ProjectModule module) {
        return classes()
                .that(Rule.boundBy("package-size"))
                .should(Rule.haveNo("neighbours over " + PACKAGE_FILES + " files", type -> {
                    var files = isContract(type) ? 0 : files(folderOf(type, module));
                    return files > PACKAGE_FILES
                            ? Stream.of("package " + type.getPackageName() + " has " + files + " files")
                            : Stream.empty();
                }))
                .because("a package is read whole; contracts and events are exempt, for they grow with the world");
    }

    private record Length(Path file, long lines) {}

    private static boolean isContract(JavaClass type) {
        var name = type.getPackageName();
        return name.startsWith(Arrows.homeOf("providers"))
                || name.startsWith(Arrows.homeOf("contracts"))
                || name.endsWith(".event");
    }

    private static boolean isWritten(MethodModel method) {
        return !method.flags().has(AccessFlag.SYNTHETIC)
                && !method.methodName().stringValue().startsWith("<"); // would span the fields' initial values
    }

    /// From the first line with code to the last, and the one that opens it.
    private static int lines(MethodModel method) {
        var numbers = method.code().stream()
                .flatMap(code -> code.findAttributes(Attributes.lineNumberTable()).stream())
                .flatMap(table -> table.lineNumbers().stream())
                .mapToInt(LineNumberInfo::lineNumber)
                .summaryStatistics();
        return numbers.getCount() == 0 ? 0 : numbers.getMax() - numbers.getMin() + 2;
    }

    private static Stream<Path> fileOf(JavaClass type, ProjectModule module) {
        return type.getSource().flatMap(source -> source.getFileName()).stream()
                .map(name -> folderOf(type, module).resolve(name))
                .filter(Files::isRegularFile);
    }

    private static Path folderOf(JavaClass type, ProjectModule module) {
        return module.sources().resolve(type.getPackageName().replace('.', '/'));
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java") && !name.equals("package-info.java"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
