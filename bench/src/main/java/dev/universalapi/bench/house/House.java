package dev.universalapi.bench.house;

import dev.universalapi.bench.trial.Report;
import dev.universalapi.bench.trial.Scale;
import dev.universalapi.bench.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// How long the files of main code are. Figures to keep an eye on; none of them fails.
public final class House implements Trial {
    private static final int LONGEST = 10;

    /// A file and its lines.
    record Length(String file, int lines) {}

    @Override
    public String name() {
        return "house";
    }

    @Override
    public void run(Report report, Scale scale) throws IOException {
        var modules = Modules.of(scale.project());
        var all = new ArrayList<Length>();
        report.section("Lines of main code: files, median, 90 % are under, longest");
        for (var module : modules.having("src/main/java").entrySet()) {
            var lengths = lengths(scale.project(), module.getValue());
            report.figure(module.getKey(), summary(lengths));
            all.addAll(lengths);
        }
        report.figure("all; the aim is a median of 50 and 90 % under 110", summary(all));
        report.section("The longest");
        all.stream()
                .sorted(Comparator.comparingInt(Length::lines).reversed())
                .limit(LONGEST)
                .forEach(length -> report.figure(length.file(), length.lines()));
    }

    private static List<Length> lengths(Path project, Path sources) throws IOException {
        var lengths = new ArrayList<Length>();
        try (var files = Files.walk(sources)) {
            for (var file : files.filter(House::isCounted).sorted().toList()) {
                lengths.add(new Length(
                        project.relativize(file).toString().replaceFirst("src/main/java/dev/universalapi/", ""),
                        Files.readAllLines(file).size()));
            }
        }
        return lengths;
    }

    private static boolean isCounted(Path file) {
        return file.toString().endsWith(".java") && !file.endsWith("package-info.java");
    }

    static String summary(List<Length> lengths) {
        var sorted = lengths.stream().mapToInt(Length::lines).sorted().toArray();
        return sorted.length == 0
                ? "none"
                : String.format(
                        Locale.ROOT,
                        "%4d %5d %5d %5d",
                        sorted.length,
                        sorted[(sorted.length - 1) / 2],
                        sorted[(sorted.length - 1) * 9 / 10],
                        sorted[sorted.length - 1]);
    }
}
