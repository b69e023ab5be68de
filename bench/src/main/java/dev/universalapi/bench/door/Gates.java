package dev.universalapi.bench.door;

import dev.universalapi.bench.trial.Caller;
import dev.universalapi.bench.trial.Caller.Answer;
import dev.universalapi.bench.trial.Load;
import dev.universalapi.launcher.suite.Instance;
import dev.universalapi.launcher.suite.Suite;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// The gateways of a suite, each asked with whatever key is wanted.
///
/// @param instances of them, in the order of the callers
record Gates(List<Instance> instances, List<Caller> callers) implements AutoCloseable {

    static Gates of(Suite suite) {
        var instances = suite.instances("gateway");
        return new Gates(
                instances,
                instances.stream()
                        .map(gateway -> new Caller(gateway.address(), Map.of()))
                        .toList());
    }

    int count() {
        return callers.size();
    }

    Caller first() {
        return callers.getFirst();
    }

    Answer get(int gate, String key, String path) throws IOException, InterruptedException {
        return callers.get(gate).get(path, bearer(key));
    }

    /// With the first of them.
    ///
    /// @param json the body; empty for none
    Answer ask(String key, String method, String path, String json, String... headers)
            throws IOException, InterruptedException {
        return first().ask(method, path, json, bearer(key, headers));
    }

    /// The header that shows a key, and others.
    static String[] bearer(String key, String... headers) {
        var all = new String[headers.length + 2];
        all[0] = "Authorization";
        all[1] = "Bearer " + key;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return all;
    }

    /// What came of everything, in the order of the tasks; so many of them at once. What one throws, it throws.
    static <T> List<T> crowd(int atOnce, List<? extends Callable<T>> tasks) throws Exception {
        try (var callers =
                Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
            var results = new ArrayList<T>();
            for (var future : callers.invokeAll(tasks)) {
                try {
                    results.add(future.get());
                } catch (ExecutionException e) {
                    throw e.getCause() instanceof Exception cause ? cause : e;
                }
            }
            return results;
        }
    }

    /// All of them in turn with one key; where one cannot be connected to, the next.
    Load.Door door(String key) {
        return door(key, () -> {});
    }

    /// The same, and says in the thread of who asks when it goes on to the next.
    Load.Door door(String key, Runnable goesOn) {
        var turn = new AtomicInteger();
        return (path, headers) -> {
            var first = turn.getAndIncrement();
            for (var i = 0; ; i++) {
                try {
                    return callers.get(Math.floorMod(first + i, count())).get(path, bearer(key, headers));
                } catch (ConnectException | HttpConnectTimeoutException e) {
                    if (i + 1 >= count()) {
                        throw e;
                    }
                    goesOn.run();
                }
            }
        };
    }

    @Override
    public void close() {
        callers.forEach(Caller::close);
    }
}
