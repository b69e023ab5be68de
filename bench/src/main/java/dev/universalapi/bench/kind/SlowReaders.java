package dev.universalapi.bench.kind;

import dev.universalapi.bench.trial.Patience;
import dev.universalapi.bench.trial.Report;
import dev.universalapi.launcher.process.Usage;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/// Readers who read nothing of an endless stream: they cost little while they are waited for, are dropped soon, and
/// nobody else notices.
final class SlowReaders {
    private static final Duration BEGINNING = Duration.ofSeconds(10);
    private static final Duration DROPPED = Duration.ofSeconds(90);
    /// The gateway ends a connection at the latest when nothing was written to it for 60 s.
    private static final Duration LET_GO = Duration.ofSeconds(70);
    private static final Duration GIVEN_BACK = Duration.ofSeconds(30);
    private static final long USUAL_MILLIS = 1_000;
    private static final long KIB = 1024;

    /// What one reader may hold of the host: 256 KiB of parts that wait, and the rest for what is under way: a part
    /// that is read, made and sent, pieces of 8 KiB from the upstream, the buffers of two connections and of those
    /// who read and write JSON, three threads. Without a limit in bytes it were 64 parts of 64 KiB.
    private static final long HOST_BYTES = 1024 * KIB;

    /// The same of the gateway, which holds no part but what is in the buffers of two connections.
    private static final long GATEWAY_BYTES = 256 * KIB;

    /// What a server keeps of a connection that is over, for the next one.
    private static final long KEPT_BYTES = 128 * KIB;

    /// What comes and goes with any traffic.
    private static final long NOISE = 8 * KIB * KIB;

    private final Workshop workshop;
    private final HttpClient http;
    private final int readers;

    SlowReaders(Workshop workshop, HttpClient http, int readers) {
        this.workshop = workshop;
        this.http = http;
        this.readers = readers;
    }

    /// Bytes that are alive in both processes.
    private record Held(long host, long gateway) {
        Held most(Held other) {
            return new Held(Math.max(host, other.host), Math.max(gateway, other.gateway));
        }

        Held minus(Held other) {
            return new Held(host - other.host, gateway - other.gateway);
        }

        @Override
        public String toString() {
            return "%.1f, %.1f".formatted(host / (double) (KIB * KIB), gateway / (double) (KIB * KIB));
        }
    }

    void play(Report report) throws Exception {
        var resident = resident();
        var before = held();
        var dropped = workshop.dropped();
        var told = workshop.world().told();
        var over = new AtomicBoolean();
        var slow = new ArrayList<Reader>();
        try (var beside = Executors.newVirtualThreadPerTaskExecutor()) {
            workshop.world().gather(readers);
            for (int i = 0; i < readers; i++) {
                slow.add(Reader.open(workshop, "endless"));
            }
            var begun = Patience.secondsUntil(BEGINNING, () -> workshop.world().open() == readers);
            report.check(readers + " readers are told an endless tale and read nothing", begun >= 0, listeners());
            var fast = beside.submit(() -> Streams.fast(http, workshop, over::get));
            var since = System.nanoTime();
            var during = before;
            while (workshop.world().open() > 0 && since(since).compareTo(DROPPED) < 0) {
                during = during.most(held());
            }
            over.set(true);
            report.figure("until the last was dropped (s)", since(since).toMillis() / 1000.0);
            report.figure("resident before and after, of host and gateway (MiB)", resident + "; " + resident());
            tellMemory(report, before, during, workshop.world().told() - told);
            tellDrops(report, slow, workshop.dropped() - dropped);
            tellFast(report, fast.get());
        } finally {
            over.set(true);
            for (var reader : slow) {
                reader.close();
            }
        }
        var kept = readers * KEPT_BYTES + NOISE;
        var given = Patience.secondsUntil(GIVEN_BACK, () -> {
            var after = held().minus(before);
            return after.host() < kept && after.gateway() < kept;
        });
        report.check(
                "what they held is given back, but for what servers keep for the next",
                given >= 0,
                held().minus(before) + " MiB more than before");
    }

    private void tellMemory(Report report, Held before, Held during, long told) {
        report.figure("taken of the upstream, buffers on the way included (MiB)", told / (double) (KIB * KIB));
        report.figure("alive before, in host and gateway (MiB)", before);
        report.figure("alive at most meanwhile (MiB)", during);
        var more = during.minus(before);
        report.check(
                "the host holds at most 1 MiB for each",
                more.host() < readers * HOST_BYTES + NOISE,
                more + " MiB more for " + readers);
        report.check(
                "the gateway holds at most 256 KiB for each",
                more.gateway() < readers * GATEWAY_BYTES + NOISE,
                more + " MiB more for " + readers);
    }

    private void tellDrops(Report report, List<Reader> slow, double dropped) throws IOException {
        report.check("the upstream is left by all of them", workshop.world().open() == 0, listeners());
        report.check("each is counted as dropped", dropped == readers, dropped + " of " + readers);
        var kept = 0;
        for (var reader : slow) {
            kept += reader.ends(LET_GO) ? 0 : 1;
        }
        report.check("each is let go", kept == 0, kept + " of " + readers + " are not");
    }

    private static void tellFast(Report report, List<Told> fast) {
        var millis = fast.stream().mapToLong(Told::millis).sorted().toArray();
        var median = millis.length == 0 ? 0 : millis[millis.length / 2];
        var broken = fast.stream()
                .filter(tale -> !tale.whole())
                .map(Told::toString)
                .limit(3)
                .toList();
        report.figure(
                "tales beside them: half of them within, longest (ms)",
                median + ", " + (millis.length == 0 ? 0 : millis[millis.length - 1]));
        report.checkAll("who reads is told whole tales beside them", fast.size(), broken);
        report.check("and does not wait for them", median < USUAL_MILLIS, median + " ms");
    }

    private String resident() {
        return Usage.of(workshop.hostPid()).residentMegabytes() + ", "
                + Usage.of(workshop.gatewayPid()).residentMegabytes();
    }

    private String listeners() {
        return workshop.world().open() + " are open";
    }

    private Held held() throws IOException, InterruptedException {
        return new Held(Heap.live(workshop.hostPid()), Heap.live(workshop.gatewayPid()));
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
