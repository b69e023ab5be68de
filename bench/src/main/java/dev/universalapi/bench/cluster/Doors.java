package dev.universalapi.bench.cluster;

import dev.universalapi.bench.trial.Caller;
import dev.universalapi.bench.trial.Load;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// Many callers of one Service, who come and go: a connection stays with the pod that it was made to, so a caller who
/// stayed for ever would never see those that come later.
public final class Doors implements Load.Door, AutoCloseable {
    private static final int CALLERS = 8;
    private static final int STAY = 40;
    private static final Duration LINGER = Duration.ofSeconds(50);

    private final URI address;
    private final Map<String, String> headers;
    private final AtomicReferenceArray<Caller> callers = new AtomicReferenceArray<>(CALLERS);
    private final AtomicInteger turn = new AtomicInteger();

    public Doors(URI address, String key) {
        this.address = address;
        this.headers = Map.of("Authorization", "Bearer " + key);
        for (var i = 0; i < CALLERS; i++) {
            callers.set(i, fresh());
        }
    }

    private Caller fresh() {
        return new Caller(address, headers);
    }

    @Override
    public Caller.Answer get(String path, String... more) throws IOException, InterruptedException {
        var number = turn.getAndIncrement();
        var place = Math.floorMod(number, CALLERS);
        if (Math.floorMod(number / CALLERS, STAY) == place) {
            leave(callers.getAndSet(place, fresh()));
        }
        return callers.get(place).get(path, more);
    }

    /// Who goes hears the answers that are due first.
    private static void leave(Caller caller) {
        Thread.startVirtualThread(() -> {
            try (caller) {
                Thread.sleep(LINGER);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        for (var i = 0; i < CALLERS; i++) {
            callers.get(i).close();
        }
    }
}
