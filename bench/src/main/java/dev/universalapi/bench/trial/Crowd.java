package dev.universalapi.bench.trial;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// Some callers who ask as fast as they are answered: who waits for an answer asks nothing meanwhile.
///
/// @param size how many callers, and so connections at most
public record Crowd(Load.Door door, int size, Supplier<Load.Question> questions) {

    /// Asks for so long, and waits until everything is answered.
    public Traffic run(Duration duration) {
        var shots = new ConcurrentLinkedQueue<Traffic.Shot>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun = System.nanoTime();
            for (var i = 0; i < size; i++) {
                callers.execute(() -> {
                    for (var now = System.nanoTime(); now - begun < duration.toNanos(); now = System.nanoTime()) {
                        shots.add(Traffic.Shot.at(door, questions.get(), now, begun));
                    }
                });
            }
        }
        return new Traffic(shots);
    }
}
