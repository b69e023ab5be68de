package dev.universalapi.bench.capacity;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Looks at what is used every few seconds, until it is ended.
final class Watch implements AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final OperatingSystemMXBean OWN = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Nodes nodes;
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final Instant begun = Instant.now();
    private final long begunNanos = System.nanoTime();
    private final long begunOwn = OWN.getProcessCpuTime();
    private final Thread looking;

    Watch(Nodes nodes) {
        this.nodes = nodes;
        this.looking = Thread.ofVirtual().start(this::look);
    }

    private void look() {
        try {
            while (!Thread.interrupted()) {
                see();
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException _) {
            // it is over
        }
    }

    private void see() throws InterruptedException {
        try {
            var seen = nodes.look();
            synchronized (snapshots) {
                snapshots.add(seen);
            }
        } catch (IOException _) {
            // the next look tells
        }
    }

    /// What was used until now.
    Usage end() throws IOException, InterruptedException {
        var own = (double) (OWN.getProcessCpuTime() - begunOwn) / (System.nanoTime() - begunNanos);
        close();
        looking.join();
        var last = nodes.look();
        synchronized (snapshots) {
            snapshots.add(last);
            return Usage.of(snapshots, begun, own);
        }
    }

    @Override
    public void close() {
        looking.interrupt();
    }
}
