package dev.universalapi.launcher.suite;

import dev.universalapi.launcher.Terminal;
import dev.universalapi.launcher.process.Children;
import dev.universalapi.launcher.process.Supervised;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;

/// The end of a suite: its processes in order.
record Ending(Children children, Terminal terminal) {
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Duration GRACE_TO_WRITE = Duration.ofMinutes(3);

    /// Ends one wave after the other, all of a wave at once.
    ///
    /// @param writing whether parts without a start-up cache may take their time to write down what they used
    void stop(List<List<Instance>> waves, boolean writing) {
        for (var wave : waves) {
            try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
                wave.stream()
                        .flatMap(instance -> children.find(instance.name()).stream())
                        .forEach(child -> workers.execute(() -> end(child, writing)));
            }
        }
    }

    private void end(Supervised child, boolean writing) {
        var records = child.program().command().contains("-XX:AOTMode=record");
        if (child.stop(writing && records ? GRACE_TO_WRITE : GRACE)) {
            terminal.say(child.program().name() + " did not end by itself and was killed");
        }
    }
}
