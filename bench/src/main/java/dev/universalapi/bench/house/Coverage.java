package dev.universalapi.bench.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Lines that tests reach, summed over all modules. The bench is left out: it is itself test code, run against the
/// started suite by `./universal prove`.
record Coverage(Map<String, Lines> modules) {
    static final double LEAST = 0.80;

    private static final Set<String> LEFT_OUT = Set.of("bench");
    private static final int MISSED = 7;
    private static final int COVERED = 8;

    /// Lines of code, by whether a test reaches them.
    record Lines(int covered, int missed) {
        double ratio() {
            return covered + missed == 0 ? 1 : (double) covered / (covered + missed);
        }

        Lines plus(Lines other) {
            return new Lines(covered + other.covered, missed + other.missed);
        }
    }

    /// Reads what JaCoCo wrote, of every module that has code.
    static Coverage of(Modules modules) throws IOException, FindingException {
        var reports = modules.having("target/site/jacoco/jacoco.csv");
        var lines = new TreeMap<String, Lines>();
        for (var module : modules.having("src/main/java").keySet()) {
            if (LEFT_OUT.contains(module)) {
                continue;
            }
            var report = reports.get(module);
            if (report == null) {
                throw new FindingException(
                        "There is no coverage report of " + module + ": run its tests, then verify.");
            }
            lines.put(module, read(report));
        }
        return new Coverage(lines);
    }

    private static Lines read(Path report) throws IOException {
        try (var rows = Files.lines(report)) {
            return rows.skip(1)
                    .map(row -> row.split(",", -1))
                    .map(cells -> new Lines(Integer.parseInt(cells[COVERED]), Integer.parseInt(cells[MISSED])))
                    .reduce(new Lines(0, 0), Lines::plus);
        }
    }

    Lines total() {
        return modules.values().stream().reduce(new Lines(0, 0), Lines::plus);
    }

    /// A table for people.
    String table() {
        var table = new StringBuilder("Lines that tests reach\n");
        modules.forEach((module, lines) -> table.append(row(module, lines)));
        return table.append(row("all (without bench)", total())).toString();
    }

    private static String row(String name, Lines lines) {
        return String.format(
                Locale.ROOT,
                "  %-22s %5d of %5d  %5.1f %%%n",
                name,
                lines.covered(),
                lines.covered() + lines.missed(),
                100 * lines.ratio());
    }

    /// Stops the build when too few are.
    void check() throws FindingException {
        if (total().ratio() < LEAST) {
            throw new FindingException(String.format(
                    Locale.ROOT, "Tests reach %.1f %% of all lines, and 80 %% are the least.", 100 * total().ratio()));
        }
    }
}
