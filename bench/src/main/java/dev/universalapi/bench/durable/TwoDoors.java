package dev.universalapi.bench.durable;

import dev.universalapi.bench.trial.Caller;
import dev.universalapi.bench.trial.Load;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Two gateways, in turn; where one cannot be connected to, the other.
///
/// @param gateways two of them
record TwoDoors(List<Caller> gateways, AtomicInteger turn) implements Load.Door, AutoCloseable {

    TwoDoors(List<Caller> gateways) {
        this(List.copyOf(gateways), new AtomicInteger());
    }

    @Override
    public Caller.Answer get(String path, String... headers) throws IOException, InterruptedException {
        var first = Math.floorMod(turn.getAndIncrement(), gateways.size());
        try {
            return gateways.get(first).get(path, headers);
        } catch (ConnectException | HttpConnectTimeoutException _) {
            return gateways.get((first + 1) % gateways.size()).get(path, headers);
        }
    }

    Caller.Answer post(String path) throws IOException, InterruptedException {
        return gateways.getFirst().post(path, new byte[0]);
    }

    @Override
    public void close() {
        gateways.forEach(Caller::close);
    }
}
