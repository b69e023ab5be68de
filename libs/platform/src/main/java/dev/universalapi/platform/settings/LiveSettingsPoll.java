package dev.universalapi.platform.settings;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Asks config-server again and again, from when the application has started until it stops.
final class LiveSettingsPoll implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSettingsPoll.class);

    private final LiveSettings settings;
    private final ConfigServerClient client;
    private final Duration interval;
    private volatile @Nullable String absence;
    private @Nullable ScheduledExecutorService timer;

    LiveSettingsPoll(LiveSettings settings, ConfigServerClient client, Duration interval) {
        this.settings = settings;
        this.client = client;
        this.interval = interval;
    }

    /// Why config-server was of no help the last time; empty if it was.
    Optional<String> absence() {
        return Optional.ofNullable(absence);
    }

    @Override
    public synchronized void start() {
        if (timer == null && client.isUsed()) {
            timer = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("live-settings").factory());
            var _ = timer.scheduleWithFixedDelay(
                    this::poll, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }

    private void poll() {
        try {
            var sources = client.fetch();
            if (absence != null) {
                LOG.info("config-server answers again");
                absence = null;
            }
            settings.update(sources);
        } catch (IOException | RuntimeException away) {
            if (absence == null) {
                LOG.atWarn().addKeyValue("why", away.toString()).log("config-server is away, settings stay");
            }
            absence = Objects.requireNonNullElse(
                    away.getMessage(), away.getClass().getSimpleName());
        }
    }
}
