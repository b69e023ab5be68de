package dev.universalapi.bench.kubernetes;

import dev.universalapi.bench.cluster.Cluster;
import dev.universalapi.bench.trial.Report;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;

/// The most memory that containers of each name were seen with, as the metrics API tells, beside their limits.
final class Memory implements AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Pattern TOP = Pattern.compile("\\S+\\s+(\\S+)\\s+(\\d+)m\\s+(\\d+)Mi");
    private static final String LIMITS = "jsonpath={range .items[*].spec.containers[*]}{.name}"
            + " {.resources.limits.memory}{\"\\n\"}{end}{range .items[*].spec.initContainers[*]}{.name}"
            + " {.resources.limits.memory}{\"\\n\"}{end}";
    private static final String ENDS = "jsonpath={range .items[*]}{.metadata.name}"
            + " {.status.containerStatuses[*].lastState.terminated.reason}{\"\\n\"}{end}";

    private final Cluster cluster;
    private final Map<String, Integer> most = new ConcurrentSkipListMap<>();
    private final Map<String, Integer> busiest = new ConcurrentSkipListMap<>();
    private final Map<String, String> killed = new ConcurrentSkipListMap<>();
    private final Thread looking;
    private volatile boolean over;

    Memory(Cluster cluster) {
        this.cluster = cluster;
        this.looking = Thread.ofVirtual().start(this::look);
    }

    private void look() {
        while (!over) {
            try {
                for (var line : cluster.run("", "top", "pods", "--containers", "--no-headers")
                        .out()
                        .lines()
                        .toList()) {
                    var found = TOP.matcher(line.strip());
                    if (found.matches()) {
                        var kind = found.group(1);
                        busiest.merge(kind, Integer.parseInt(found.group(2)), Math::max);
                        most.merge(kind, Integer.parseInt(found.group(3)), Math::max);
                    }
                }
                for (var line :
                        cluster.run("", "get", "pods", "-o", ENDS).out().lines().toList()) {
                    if (line.contains("OOMKilled")) {
                        killed.put(line.substring(0, line.indexOf(' ')), "OOMKilled");
                    }
                }
                Thread.sleep(LOOK);
            } catch (InterruptedException _) {
                return;
            } catch (IOException _) {
                // the next look tells
            }
        }
    }

    /// Tells what was seen.
    void tell(Report report, double minutes) throws Exception {
        report.section("Memory and CPU over %.0f minutes".formatted(minutes));
        var limits = new TreeMap<String, Integer>();
        for (var line : cluster.ask("get", "pods", "-o", LIMITS).lines().toList()) {
            var fields = line.split(" ", -1);
            if (fields.length == 2) {
                limits.put(fields[0], mebibytes(fields[1]));
            }
        }
        most.forEach((kind, used) -> {
            var limit = limits.getOrDefault(kind, 0);
            report.figure(kind, "%d MiB of %d, %d m CPU".formatted(used, limit, busiest.getOrDefault(kind, 0)));
            report.check(kind + " stays under its limit", limit > 0 && used < limit, used + " of " + limit + " MiB");
        });
        report.check("memory was seen at all", !most.isEmpty(), "kubectl top tells nothing");
        report.check("no pod was ended for its memory", killed.isEmpty(), killed.toString());
    }

    private static int mebibytes(String text) {
        var number = Integer.parseInt(text.replaceAll("\\D", ""));
        return text.endsWith("Gi") ? number * 1024 : number;
    }

    @Override
    public void close() {
        over = true;
        looking.interrupt();
    }
}
