package dev.universalapi.bench.search;

import dev.universalapi.bench.trial.Report;
import dev.universalapi.bench.trial.Scale;
import java.io.IOException;
import java.nio.file.Path;

/// The queries that nothing learnt from, and what it takes to have understanding ready.
final class HeldOut {
    private static final String SET = "search-service/src/test/resources/intent/heldout.tsv";
    private static final double PRIMARY = 0.93;
    private static final double SEVERAL = 0.85;
    private static final double SLOTS = 0.92;
    private static final double MISTAKEN = 0.05;
    private static final double APART = 0.02;
    private static final double MEBIBYTES = 150;
    private static final int CPU_SECONDS = 4;
    private static final int CPU_SECONDS_BRIEF = 8; // where others are at work on the same cores

    private HeldOut() {}

    static void prove(Report report, Exams exams, Path project) throws IOException, InterruptedException {
        report.section("Queries that nothing learnt from");
        var marks = exams.take("heldout", project.resolve(SET).toString());
        report.figure("queries", marks.number("queries"));
        report.figure("primary intent", shown(marks, "primary"));
        report.figure("  in English, in French", shown(marks, "primary.en") + ", " + shown(marks, "primary.fr"));
        report.figure("all of several intents", shown(marks, "several"));
        report.figure("slots and words, F1", shown(marks, "told"));
        report.figure("something understood where there is nothing", shown(marks, "mistaken"));
        report.figure("language", shown(marks, "language"));
        report.figure("for one query, µs of CPU", marks.number("micros"));
        atLeast(report, marks, "primary", PRIMARY, "the primary intent of 93 in 100 is right");
        atLeast(report, marks, "several", SEVERAL, "exactly the intents of 85 in 100 of several are found");
        atLeast(report, marks, "told", SLOTS, "slots and words reach an F1 of 0.92");
        atMost(report, marks, "mistaken", MISTAKEN, "at most 5 in 100 of nothing are mistaken for something");
        atMost(report, marks, "apart", APART, "French and English are within 2 points");
        report.figure("not understood as it should be", marks.mistakes().size());
    }

    static void load(Report report, Exams exams, Scale scale) throws IOException, InterruptedException {
        report.section("What it takes to have models and gazetteers");
        var loaded = exams.take("loading");
        report.figure("alive on the heap, MiB", loaded.number("heap"));
        report.figure("beside the heap, MiB", loaded.number("native"));
        report.figure("CPU, s", loaded.number("cpu"));
        var all = loaded.number("heap") + loaded.number("native");
        report.check("at most 150 MiB", all <= MEBIBYTES, all + " MiB");
        var most = scale.of(CPU_SECONDS, CPU_SECONDS_BRIEF);
        atMost(report, loaded, "cpu", most, "at most %d s of CPU".formatted(most));
        report.check(
                "before it, a query is understood by its slots, and that is said",
                "true".equals(loaded.figures().get("by-words")),
                loaded.figures().toString());
    }

    static void atLeast(Report report, Exams.Result found, String name, double wanted, String promise) {
        report.check(promise, found.number(name) >= wanted, shown(found, name));
    }

    private static void atMost(Report report, Exams.Result found, String name, double wanted, String promise) {
        report.check(promise, found.number(name) <= wanted, shown(found, name));
    }

    static String shown(Exams.Result found, String name) {
        return "%.3f".formatted(found.number(name));
    }
}
