package dev.universalapi.analytics.live;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Those who watch. Each second every organisation that has watchers is looked at once, however many they are.
final class Watchers implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Watchers.class);
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Function<String, Snapshot> look;
    private final LiveProperties properties;
    private final Map<String, List<SseEmitter>> watching = new HashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live").factory());
    private volatile boolean running;

    Watchers(Function<String, Snapshot> look, LiveProperties properties) {
        this.look = look;
        this.properties = properties;
    }

    /// @throws ProblemException where too many watch already
    SseEmitter watch(String organisation) {
        var emitter = new SseEmitter(properties.longest().toMillis());
        synchronized (watching) {
            var own = watching.getOrDefault(organisation, List.of());
            var all = watching.values().stream().mapToInt(List::size).sum();
            if (own.size() >= properties.watchers() || all >= properties.allWatchers()) {
                throw new ProblemException(
                        ProblemType.OVERLOADED,
                        "Too many watch already; each organisation may have %d streams here."
                                .formatted(properties.watchers()),
                        List.of(),
                        List.of(),
                        SOON);
            }
            watching.computeIfAbsent(organisation, _ -> new ArrayList<>()).add(emitter);
        }
        emitter.onCompletion(() -> leave(organisation, emitter));
        emitter.onTimeout(emitter::complete);
        emitter.onError(_ -> leave(organisation, emitter));
        return emitter;
    }

    /// How many watch.
    int count() {
        synchronized (watching) {
            return watching.values().stream().mapToInt(List::size).sum();
        }
    }

    private void leave(String organisation, SseEmitter emitter) {
        synchronized (watching) {
            watching.computeIfPresent(organisation, (_, all) -> {
                all.remove(emitter);
                return all.isEmpty() ? null : all;
            });
        }
    }

    /// Looks once for every organisation that is watched.
    void tick() {
        Map<String, List<SseEmitter>> now;
        synchronized (watching) {
            now = new HashMap<>();
            watching.forEach((organisation, all) -> now.put(organisation, List.copyOf(all)));
        }
        now.forEach((organisation, all) -> {
            try {
                var snapshot = look.apply(organisation);
                all.forEach(emitter -> send(organisation, emitter, snapshot));
            } catch (DataAccessException | TransactionException away) {
                LOG.atWarn().setCause(away).log("Live figures cannot be looked up");
            }
        });
    }

    private void send(String organisation, SseEmitter emitter, Snapshot snapshot) {
        try {
            emitter.send(SseEmitter.event().name("usage").data(snapshot));
        } catch (IOException | IllegalStateException gone) {
            leave(organisation, emitter);
            emitter.completeWithError(gone);
        }
    }

    @Override
    public void start() {
        running = true;
        var _ = clock.scheduleAtFixedRate(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    /// Ends all streams, so that nobody waits for them when the service stops.
    @Override
    public void stop() {
        running = false;
        clock.shutdownNow();
        List<SseEmitter> all;
        synchronized (watching) {
            all = watching.values().stream().flatMap(List::stream).toList();
        }
        all.forEach(SseEmitter::complete);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
