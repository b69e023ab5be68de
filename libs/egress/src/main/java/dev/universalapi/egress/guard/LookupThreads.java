package dev.universalapi.egress.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Looks names up on a few threads of the platform, one look-up a name at a time.
///
/// The system's resolver blocks in native code and cannot be interrupted. On a virtual thread it would hold its
/// carrier, and two hanging look-ups would stop a machine of two cores; here they only stop later look-ups, and
/// whoever waits can leave.
public final class LookupThreads implements HostLookup, AutoCloseable {
    private static final int THREADS = 8;
    private static final int WAITING = 512;
    private static final long IDLE_SECONDS = 10;

    private final HostLookup lookup;
    private final ConcurrentHashMap<String, FutureTask<InetAddress[]>> running = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("egress-lookup-", 0).factory());

    public LookupThreads(HostLookup lookup) {
        this.lookup = lookup;
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public InetAddress[] lookup(String host) throws UnknownHostException {
        try {
            return running.computeIfAbsent(host, this::start).get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host + ": nobody waits for it any more");
        } catch (ExecutionException | RejectedExecutionException _) {
            throw new UnknownHostException(host);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private FutureTask<InetAddress[]> start(String host) {
        var task = new FutureTask<>(() -> {
            try {
                return lookup.lookup(host);
            } finally {
                running.remove(host);
            }
        });
        threads.execute(task);
        return task;
    }
}
