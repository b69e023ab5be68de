package dev.universalapi.bench;

import dev.universalapi.bench.answer.FirstAnswer;
import dev.universalapi.bench.capacity.CapacityBench;
import dev.universalapi.bench.catalogue.CatalogueProof;
import dev.universalapi.bench.compose.ComposeProof;
import dev.universalapi.bench.doctor.Doctor;
import dev.universalapi.bench.door.DoorProof;
import dev.universalapi.bench.durable.DurableProof;
import dev.universalapi.bench.engine.EngineBench;
import dev.universalapi.bench.gateway.DoorBench;
import dev.universalapi.bench.gateway.GatewayBench;
import dev.universalapi.bench.house.House;
import dev.universalapi.bench.kubernetes.KubernetesProof;
import dev.universalapi.bench.ladder.LadderProof;
import dev.universalapi.bench.limit.LimitBench;
import dev.universalapi.bench.operations.OperationsProof;
import dev.universalapi.bench.reports.ReportsBench;
import dev.universalapi.bench.search.SearchBench;
import dev.universalapi.bench.search.SearchProof;
import dev.universalapi.bench.startup.Startup;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.bench.trial.Scale;
import dev.universalapi.bench.trial.Trial;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;

/// Runs trials by name: `prove [NAME…] [--short]` and `bench [NAME…]`; no name means all of them.
public final class Bench {
    private static final List<Trial> PROOFS = List.of(
            new FirstAnswer(),
            new LadderProof(),
            new CatalogueProof(),
            new SearchProof(),
            new DurableProof(),
            new DoorProof(),
            new OperationsProof(),
            new ComposeProof(),
            new KubernetesProof(),
            new House());

    private static final List<Trial> BENCHMARKS = List.of(
            new Startup(),
            new EngineBench(),
            new GatewayBench(),
            new DoorBench(),
            new LimitBench(),
            new ReportsBench(),
            new SearchBench(),
            new CapacityBench());

    private static final List<String> VALUED = List.of(
            "--recorded",
            "--map",
            "--eval",
            "--context",
            "--overlay",
            "--images",
            "--from",
            "--version",
            "--minutes",
            "--scenes",
            "--burst",
            "--base");

    private final PrintStream out;

    private Bench(PrintStream out) {
        this.out = out;
    }

    static void main(String[] arguments) {
        var out =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(new Bench(out).run(List.of(arguments)));
    }

    private int run(List<String> arguments) {
        if (arguments.isEmpty()) {
            out.println("Say what to run: prove [NAME…] [--short], or bench [NAME…].");
            return 2;
        }
        if (arguments.getFirst().equals("doctor")) {
            return doctor(arguments.subList(1, arguments.size()));
        }
        var trials = arguments.getFirst().equals("prove") ? PROOFS : BENCHMARKS;
        var options = new HashMap<String, String>();
        var names = new ArrayList<String>();
        for (var i = 1; i < arguments.size(); i++) {
            var argument = arguments.get(i);
            if (VALUED.contains(argument) && i + 1 < arguments.size()) {
                options.put(argument.substring(2), arguments.get(++i));
            } else if (!argument.startsWith("--")) {
                names.add(argument);
            }
        }
        var unknown = new ArrayList<>(names);
        trials.forEach(trial -> unknown.remove(trial.name()));
        if (!unknown.isEmpty()) {
            out.printf(
                    "There is no %s; there are: %s%n",
                    unknown, trials.stream().map(Trial::name).collect(Collectors.joining(", ")));
            return 2;
        }
        var scale = new Scale(arguments.contains("--short"), Path.of("").toAbsolutePath(), options);
        var chosen = trials.stream()
                .filter(trial -> names.isEmpty() || names.contains(trial.name()))
                .toList();
        return chosen.stream().filter(trial -> !holds(trial, scale)).count() == 0 ? 0 : 1;
    }

    /// `doctor SECRETS [NAME…] [--record]`, as the launcher calls it.
    private int doctor(List<String> typed) {
        var words = typed.stream().filter(word -> !word.startsWith("--")).toList();
        try {
            return Doctor.run(
                    out,
                    Path.of("").toAbsolutePath(),
                    Path.of(words.getFirst()),
                    words.subList(1, words.size()),
                    typed.contains("--record"));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private boolean holds(Trial trial, Scale scale) {
        var begun = Instant.now();
        var report = new Report(out);
        out.printf("%s%s%n", trial.name(), scale.brief() ? ", in short" : "");
        try {
            trial.run(report, scale);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            report.check(trial.name() + " runs to its end", false, "interrupted");
        } catch (Exception e) {
            report.check(trial.name() + " runs to its end", false, e.toString());
            e.printStackTrace(out);
        }
        var failures = report.failures();
        out.printf(
                "%n%s: %d checks hold, %d do not, in %d s%n",
                trial.name(),
                report.passed(),
                failures.size(),
                Duration.between(begun, Instant.now()).toSeconds());
        failures.forEach(failure -> out.printf("  FAIL  %s%n", failure));
        return failures.isEmpty();
    }
}
