package dev.universalapi.bench.catalogue;

import dev.universalapi.bench.stage.Scene;
import dev.universalapi.bench.stage.Stage;
import dev.universalapi.bench.stock.Stock;
import dev.universalapi.bench.trial.Caller;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.bench.trial.Scale;
import dev.universalapi.engine.manifest.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Answers that were recorded at the real providers go through the whole flow: `--recorded DIR`, and `--map FILE` for
/// another table of what they are. Nothing of them is in the project.
final class Recorded implements Scene {
    private static final int FEWEST = 80;
    private static final int TRIES = 20;
    private static final Duration REST = Duration.ofMillis(250);
    private static final String ANSWER = "answer";

    private final Stock stock;
    private final Scale scale;

    Recorded(Stock stock, Scale scale) {
        this.stock = stock;
        this.scale = scale;
    }

    @Override
    public void play(Stage stage, Report report) throws Exception {
        report.section("Recorded answers");
        var folder = scale.option("recorded").map(Path::of).filter(Files::isDirectory);
        if (folder.isEmpty()) {
            report.figure(
                    "no folder of them is given: --recorded DIR",
                    scale.option("recorded").orElse("skipped"));
            return;
        }
        var rows = RecordedTable.read(scale.option("map").map(Path::of));
        var unmatched = new TreeMap<>(unmatched(folder.get(), rows));
        var counts = new TreeMap<String, int[]>();
        var failed = new ArrayList<String>();
        var tried = 0;
        for (var row : rows) {
            var provider = stock.catalogue().provider(row.provider());
            var known = provider.flatMap(one -> one.offer(row.operation())).isPresent();
            if (!known || !Files.isRegularFile(folder.get().resolve(row.file()))) {
                unmatched
                        .computeIfAbsent(row.folder(), _ -> new ArrayList<>())
                        .add(row.file() + (known ? " (no file)" : " (no such operation)"));
                continue;
            }
            tried++;
            var count = counts.computeIfAbsent(row.provider(), _ -> new int[2]);
            var why = ask(stage, folder.get(), row, provider.orElseThrow());
            if (why.isEmpty()) {
                count[row.expected().equals(ANSWER) ? 0 : 1]++;
            } else {
                failed.add(row.file() + " for " + row.provider() + " " + row.operation() + ": " + why);
            }
        }
        counts.forEach((provider, count) ->
                report.figure("  " + provider, count[0] + " answered, " + count[1] + " refused as they should"));
        report.checkAll("recorded answers come to what the table says", tried, failed);
        report.check("at least " + FEWEST + " are matched (" + tried + ")", tried >= FEWEST, tried + " are");
        unmatched.forEach((name, files) -> report.figure("  unmatched: " + name, String.join(", ", files)));
    }

    private static Map<String, List<String>> unmatched(Path folder, List<RecordedTable.Row> rows) throws IOException {
        var mapped = rows.stream()
                .flatMap(row -> row.before().isEmpty() ? Stream.of(row.file()) : Stream.of(row.file(), row.before()))
                .collect(Collectors.toSet());
        try (var files = Files.walk(folder, 2)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.contains("/") && !mapped.contains(name))
                    .sorted()
                    .collect(Collectors.groupingBy(name -> name.substring(0, name.indexOf('/'))));
        }
    }

    /// Why it did not come to what is expected; empty if it did.
    private String ask(Stage stage, Path folder, RecordedTable.Row row, Provider provider)
            throws IOException, InterruptedException {
        var type = stock.catalogue().operations().find(row.operation()).orElseThrow();
        var question = new Question(type, row.query(), provider.id());
        try (var _ = Told.give(stage, provider.id(), row.order(folder))) {
            for (var i = 1; ; i++) {
                var reply = question.ask(stage.fresh());
                var receipt = stage.receipt(Question.receipt(reply));
                var found = reply.status() == 200 ? ANSWER : receipt.at("/attempts/0/outcome");
                if (found.equals(row.expected())) {
                    return row.unread() && !stock.comments(provider.id(), row.why())
                            ? "no comment of the manifest says `" + row.why() + "`"
                            : "";
                }
                if (i == TRIES || !rests(receipt, found)) {
                    return row.expected() + " is expected, " + reply + " came, " + found;
                }
                Thread.sleep(REST);
            }
        }
    }

    private static boolean rests(Caller.Answer receipt, String outcome) {
        return receipt.at("/attempts/0/as").equals("unasked") || outcome.isEmpty();
    }
}
