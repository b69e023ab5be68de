package dev.universalapi.bench.search;

import dev.universalapi.bench.trial.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Sets of others, from a folder that is no part of the project: CLINC150 for intents, Cranfield for merging.
final class Evaluation {
    private static final double IN_SCOPE = 0.92;
    private static final double GAIN = 0.40;

    private Evaluation() {}

    static void prove(Report report, Exams exams, Path folder) throws IOException, InterruptedException {
        intents(report, exams, folder.resolve("clinc150"));
        merging(report, exams, folder.resolve("cranfield"));
    }

    private static void intents(Report report, Exams exams, Path folder) throws IOException, InterruptedException {
        report.section("CLINC150: 150 intents");
        if (!Files.isDirectory(folder)) {
            report.figure("SKIPPED: it is not there", folder);
            return;
        }
        var found = exams.take("clinc", folder.toString());
        report.figure("in scope, right", HeldOut.shown(found, "in-scope"));
        report.figure("training, s", found.number("seconds"));
        report.figure("threshold", HeldOut.shown(found, "threshold"));
        report.figure("  out of scope, recognised", HeldOut.shown(found, "out-of-scope"));
        report.figure("  in scope, right and sure enough", HeldOut.shown(found, "in-scope-sure"));
        HeldOut.atLeast(report, found, "in-scope", IN_SCOPE, "92 in 100 in scope are right");
    }

    private static void merging(Report report, Exams exams, Path folder) throws IOException, InterruptedException {
        report.section("Cranfield, cut into 10 topical providers");
        if (!Files.isDirectory(folder)) {
            report.figure("SKIPPED: it is not there", folder);
            return;
        }
        var found = exams.merge(folder);
        report.figure("questions", found.path("questions"));
        report.figure("nDCG@10 by the sources' own ranks", found.path("bySourceRank"));
        report.figure("nDCG@10 by words alone", found.path("words"));
        report.figure("nDCG@10 within 40 ms", found.path("inTime"));
        report.figure("  texts embedded, ms", found.path("vectorsInTime") + ", " + found.path("millisInTime"));
        report.figure("nDCG@10 with 40 texts embedded", found.path("meanings"));
        report.check(
                "nDCG@10 of the merged list is at least 0.40",
                found.path("meanings").asDouble(0) >= GAIN,
                found.toString());
    }
}
