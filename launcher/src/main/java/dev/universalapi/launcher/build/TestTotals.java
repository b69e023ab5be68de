package dev.universalapi.launcher.build;

import dev.universalapi.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/// What the reports of Surefire add up to.
///
/// @param passed tests that hold
/// @param failed tests that do not, or broke
/// @param skipped tests that were not run
public record TestTotals(int passed, int failed, int skipped) {
    private static final Pattern SUITE = Pattern.compile("(?s)<testsuite\\b[^>]*>");
    private static final Pattern COUNT = Pattern.compile("\\b(tests|errors|failures|skipped)=\"(\\d+)\"");

    /// Of all reports in the project that were written since a moment.
    public static TestTotals since(Instant begun, Path project) {
        var none = new TestTotals(0, 0, 0);
        return Modules.of(project).folders().values().stream()
                .map(folder -> folder.resolve("target/surefire-reports"))
                .filter(Files::isDirectory)
                .flatMap(folder -> reports(folder).stream())
                .filter(report -> isSince(report, begun))
                .map(TestTotals::read)
                .reduce(none, TestTotals::plus);
    }

    private static List<Path> reports(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static boolean isSince(Path report, Instant begun) {
        try {
            return Files.getLastModifiedTime(report).compareTo(FileTime.from(begun)) >= 0;
        } catch (IOException e) {
            throw unreadable(report, e);
        }
    }

    private static TestTotals read(Path report) {
        try {
            var suite = SUITE.matcher(Files.readString(report));
            return suite.find() ? of(suite.group()) : new TestTotals(0, 0, 0);
        } catch (IOException e) {
            throw unreadable(report, e);
        }
    }

    private static TestTotals of(String head) {
        var tests = 0;
        var failed = 0;
        var skipped = 0;
        var counts = COUNT.matcher(head);
        while (counts.find()) {
            var count = Integer.parseInt(counts.group(2));
            switch (counts.group(1)) {
                case "tests" -> tests = count;
                case "skipped" -> skipped = count;
                default -> failed += count;
            }
        }
        return new TestTotals(tests - failed - skipped, failed, skipped);
    }

    private TestTotals plus(TestTotals other) {
        return new TestTotals(passed + other.passed, failed + other.failed, skipped + other.skipped);
    }

    private static LauncherException unreadable(Path path, IOException cause) {
        return new LauncherException(path + " cannot be read: " + LauncherException.why(cause), cause);
    }

    /// As people, and machines, read it.
    @Override
    public String toString() {
        return "%d passed, %d failed, %d skipped".formatted(passed, failed, skipped);
    }
}
