package dev.universalapi.gateway.route;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/// Keeps the door open for a while after the edge has left discovery and said it is not ready, so that whoever has not
/// heard yet is still served. It stops before the web server does, which then finishes what is under way.
final class Drain implements SmartLifecycle {

    private final Duration time;
    private volatile boolean running;

    Drain(Duration time) {
        this.time = time;
    }

    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public void stop(Runnable done) {
        Executor later =
                CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread);
        later.execute(() -> {
            running = false;
            done.run();
        });
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
