package dev.universalapi.bench.doctor;

import dev.universalapi.bench.doctor.Finding.State;
import dev.universalapi.egress.Egress;
import dev.universalapi.egress.EgressLimits;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.manifest.Secrets;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.engine.sample.Samples;
import dev.universalapi.engine.token.Transport;
import dev.universalapi.providers.Content;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Examines providers side by side, and prints a table.
public final class Doctor {
    private static final int AT_ONCE = 8;

    private Doctor() {}

    /// The exit code: 0 where no provider that was asked is broken, 1 where one is, 2 where a name is nobody's.
    ///
    /// @param project the folder of the checkout
    /// @param secrets a folder with a file for each key
    /// @param names of providers; empty means all
    /// @param record whether answers are written as samples
    public static int run(PrintStream out, Path project, Path secrets, List<String> names, boolean record)
            throws InterruptedException {
        var clock = InstantSource.system();
        var folder = project.resolve("providers/catalogue");
        var catalogue = Catalogue.load(Operations.beside(Content.class), folder);
        var notebook = record ? new Notebook(folder, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)) : null;
        try (var egress = Egress.live(EgressLimits.DEFAULT)) {
            var checkup = new Checkup(
                    catalogue,
                    Samples.load(catalogue, folder),
                    Secrets.of(secrets),
                    Transport.by(egress),
                    clock,
                    notebook);
            return run(out, checkup, names);
        }
    }

    static int run(PrintStream out, Checkup checkup, List<String> names) throws InterruptedException {
        var unknown = names.stream()
                .filter(name -> checkup.catalogue().provider(name).isEmpty())
                .toList();
        if (!unknown.isEmpty()) {
            out.printf("There is no provider %s%n", String.join(", ", unknown));
            return 2;
        }
        var providers = checkup.catalogue().providers().stream()
                .filter(provider -> names.isEmpty() || names.contains(provider.id()))
                .toList();
        var counts = new TreeMap<State, Integer>();
        for (var finding : examine(checkup, providers)) {
            out.println(finding);
            counts.merge(finding.state(), 1, Integer::sum);
        }
        counts.forEach((state, count) -> out.printf("%4d %s%n", count, state.label()));
        return counts.containsKey(State.KEY_REFUSED)
                        || counts.containsKey(State.FORMAT_CHANGED)
                        || counts.containsKey(State.UNREACHABLE)
                ? 1
                : 0;
    }

    private static List<Finding> examine(Checkup checkup, List<Provider> providers) throws InterruptedException {
        try (var threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            var findings = threads.invokeAll(providers.stream()
                    .<Callable<Finding>>map(provider -> () -> checkup.examine(provider))
                    .toList());
            return findings.stream().map(Doctor::got).toList();
        }
    }

    private static Finding got(Future<Finding> finding) {
        try {
            return finding.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a provider could not be examined", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
