package dev.universalapi.bench.catalogue;

import dev.universalapi.bench.stock.Stock;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.bench.trial.Scale;
import dev.universalapi.engine.manifest.Catalogue;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.manifest.Provider;
import dev.universalapi.engine.operation.Operations;
import dev.universalapi.providers.Content;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How much there is, and what it costs.
final class Counts {
    private static final int MOST_MILLIS = 150;
    private static final int MOST_MILLIS_BRIEF = 300; // where others are at work on the same cores
    private static final int LOADS = 20;
    private static final int HELD = 5;

    private Counts() {}

    /// First of all, so that nothing is warm.
    static void load(Report report, Scale scale) {
        var most = scale.of(MOST_MILLIS, MOST_MILLIS_BRIEF);
        report.section("Loading the catalogue");
        var operations = Operations.beside(Content.class);
        report.figure("cold, ms of CPU", millis(operations));
        var warm = new double[LOADS];
        for (var i = 0; i < LOADS; i++) {
            warm[i] = millis(operations);
        }
        // a second one at work on the same core makes each of them dearer, and none cheaper
        var least = Arrays.stream(warm).min().orElseThrow();
        report.check(
                "warm, it takes at most %d ms of CPU (%.0f ms)".formatted(most, least),
                least <= most,
                Arrays.toString(warm));
        report.figure("held in memory, KiB after collection", bytes(operations) / 1024);
    }

    private static double millis(Operations operations) {
        var threads = ManagementFactory.getThreadMXBean();
        var begun = threads.getCurrentThreadCpuTime();
        var catalogue = Catalogue.load(operations, Content.class);
        var took = threads.getCurrentThreadCpuTime() - begun;
        return catalogue.providers().isEmpty() ? 0 : took / 1e6;
    }

    private static long bytes(Operations operations) {
        var held = new ArrayList<Catalogue>();
        held.add(Catalogue.load(operations, Content.class));
        var before = used();
        for (var i = 0; i < HELD; i++) {
            held.add(Catalogue.load(operations, Content.class));
        }
        var after = used();
        return (after - before) / (held.size() - 1);
    }

    private static long used() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    static void tell(Report report, Stock stock) {
        report.section("The catalogue");
        var providers = stock.catalogue().providers();
        var offers = providers.stream().flatMap(p -> p.offers().stream()).toList();
        var byOperation = counted(offers.stream().map(offer -> offer.operation().path()));
        report.figure("providers", providers.size());
        report.figure(
                "  that need a key",
                providers.stream().filter(p -> !p.keyless()).count());
        report.figure(
                "categories",
                offers.stream().map(o -> o.operation().category()).distinct().count());
        report.figure("operations", byOperation.size());
        report.figure(
                "  with three providers or more",
                byOperation.values().stream().filter(n -> n >= 3).count());
        report.figure("operations of providers", offers.size());
        report.figure("adapters", counted(words(providers, offer -> text(stock, offer, "adapter"))));
        report.figure("auth", counted(providers.stream().flatMap(p -> auth(stock, p))));
        report.figure(
                "bodies",
                counted(offers.stream().map(offer -> offer.reads().name().toLowerCase(Locale.ROOT))));
        var samples = providers.stream()
                .flatMap(p -> stock.samples().of(p.id()).stream())
                .toList();
        report.figure("samples", samples.size());
        report.figure(
                "  by origin", counted(samples.stream().map(s -> s.origin().replaceFirst(" .*", ""))));
        var lines =
                providers.stream().mapToInt(p -> stock.lines(p.id())).sorted().toArray();
        report.figure("lines of a manifest, median and longest", middle(lines) + ", " + lines[lines.length - 1]);
        var each = providers.stream()
                .mapToInt(p -> stock.lines(p.id()) / p.offers().size())
                .sorted()
                .toArray();
        report.figure("lines an operation, median and longest", middle(each) + ", " + each[each.length - 1]);
    }

    private static int middle(int[] sorted) {
        return sorted[sorted.length / 2];
    }

    private static Stream<String> words(List<Provider> providers, Function<Offer, String> word) {
        return providers.stream().flatMap(p -> p.offers().stream()).map(word).filter(text -> !text.isEmpty());
    }

    private static String text(Stock stock, Offer offer, String word) {
        return stock.manifest(offer.provider())
                .path("operations")
                .path(offer.operation().path())
                .path(word)
                .asString("");
    }

    private static Stream<String> auth(Stock stock, Provider provider) {
        var auth = stock.manifest(provider.id()).path("auth");
        return auth.isObject() ? new TreeSet<>(auth.propertyNames()).stream() : Stream.of(auth.asString("none"));
    }

    private static Map<String, Long> counted(Stream<String> words) {
        return words.collect(Collectors.groupingBy(word -> word, TreeMap::new, Collectors.counting()));
    }
}
