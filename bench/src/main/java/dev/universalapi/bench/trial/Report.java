package dev.universalapi.bench.trial;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a trial found: figures for people, checks that pass or fail.
public final class Report {
    private static final int SHOWN = 100;

    private final PrintStream out;
    private final List<String> failures = new ArrayList<>();
    private int passed;

    public Report(PrintStream out) {
        this.out = out;
    }

    /// A heading for what follows.
    public void section(String title) {
        out.printf("%n%s%n", title);
    }

    /// A number worth knowing, with its unit in the text.
    public void figure(String name, Object value) {
        var shown = value instanceof Double number ? String.format(Locale.ROOT, "%.1f", number) : value.toString();
        out.printf("  %-52s %s%n", name, shown);
    }

    /// Figures as a table of Markdown, ready for a page.
    ///
    /// @param rows the first one is the head
    public void table(List<List<String>> rows) {
        out.println();
        for (var i = 0; i < rows.size(); i++) {
            out.println("| " + String.join(" | ", rows.get(i)) + " |");
            if (i == 0) {
                out.println("|---".repeat(rows.get(i).size()) + "|");
            }
        }
        out.println();
        out.flush();
    }

    /// A promise that holds or does not.
    public void check(String promise, boolean holds, String found) {
        if (holds) {
            passed++;
            out.printf("  ok    %s%n", promise);
        } else {
            failures.add(promise + ": " + found);
            out.printf("  FAIL  %s: %s%n", promise, found);
        }
        out.flush();
    }

    /// Many promises of one kind, told in one line unless some fail.
    public void checkAll(String promise, int tried, List<String> broken) {
        check(
                promise + " (" + tried + " tried)",
                tried > 0 && broken.isEmpty(),
                tried == 0 ? "nothing was tried" : some(broken));
    }

    private static String some(List<String> broken) {
        var shown = broken.stream().limit(SHOWN).collect(Collectors.joining("; "));
        return broken.size() > SHOWN ? "%d do not: %s; …".formatted(broken.size(), shown) : shown;
    }

    /// How many checks held.
    public int passed() {
        return passed;
    }

    /// What did not hold, a sentence each.
    public List<String> failures() {
        return List.copyOf(failures);
    }
}
