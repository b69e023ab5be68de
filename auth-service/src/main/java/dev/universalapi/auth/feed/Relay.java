package dev.universalapi.auth.feed;

import dev.universalapi.platform.tenant.AcrossTenants;
import dev.universalapi.platform.tenant.SystemDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Tells changes, at least once: a row goes when Redis has it, in one transaction, so who is killed between tells it
/// again. Replicas take different rows. Woken after each commit here; what another replica left behind is found by
/// looking.
@AcrossTenants(because = "changes of all organisations are told in one stream")
final class Relay implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LEAVING = Duration.ofSeconds(2);
    private static final int BATCH = 500;
    private static final String TAKE = """
            select id, kind, subject, at from feed order by id limit ? for update skip locked""";

    private final SystemDatabase database;
    private final ChangeStream stream;
    private final Timer delay;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean running;
    private volatile boolean connected;
    private @Nullable Thread thread;

    Relay(SystemDatabase database, ChangeStream stream, MeterRegistry meters) {
        this.database = database;
        this.stream = stream;
        this.delay = Timer.builder("feed.delay")
                .description("from a change until it was told to gateways")
                .register(meters);
    }

    /// There is something to tell.
    void wake() {
        news.release();
    }

    /// Whether the last round could tell.
    boolean isConnected() {
        return connected;
    }

    /// For how many seconds the oldest change has waited to be told, of all replicas; 0 where none waits.
    double age() {
        return database.jdbc()
                .sql("select coalesce(extract(epoch from clock_timestamp() - min(at)), 0) from feed")
                .query(Double.class)
                .single();
    }

    /// How many changes wait to be told, of all replicas.
    long waiting() {
        return database.jdbc()
                .sql("select count(*) from feed")
                .query(Long.class)
                .single();
    }

    /// Tells what there is to tell, a batch of it.
    ///
    /// @return how many changes were told
    int round() {
        var told = database.transactions().execute(_ -> {
            var changes = database.jdbc()
                    .sql(TAKE)
                    .param(BATCH)
                    .query((row, _) -> new Change(
                            row.getLong("id"),
                            row.getString("kind"),
                            row.getString("subject"),
                            row.getTimestamp("at").toInstant()))
                    .list();
            if (!changes.isEmpty()) {
                tell(changes);
                var ids = changes.stream().map(Change::id).toArray(Long[]::new);
                database.jdbc()
                        .sql("delete from feed where id = any (?)")
                        .param(ids)
                        .update();
            }
            return changes;
        });
        return told == null ? 0 : told.size();
    }

    private void tell(List<Change> changes) {
        try {
            stream.add(changes);
            var now = Instant.now();
            changes.forEach(change -> delay.record(Duration.between(change.at(), now)));
        } catch (ExecutionException | TimeoutException away) {
            throw new AwayException(away);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AwayException(interrupted);
        }
    }

    private void run() {
        while (running) {
            try {
                var told = round();
                connected(true);
                if (told == BATCH) {
                    continue;
                }
            } catch (AwayException | DataAccessException | TransactionException failure) {
                if (connected || LOG.isDebugEnabled()) {
                    LOG.atWarn().setCause(failure).log("Changes cannot be told to gateways; they are kept");
                }
                connected(false);
            }
            pause();
        }
    }

    private void connected(boolean now) {
        connected = now;
    }

    private void pause() {
        try {
            var _ = news.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
            news.drainPermits();
        } catch (InterruptedException _) {
            running = false;
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("feed").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        var relay = thread;
        if (relay != null) {
            wake();
            try {
                if (!relay.join(LEAVING)) {
                    relay.interrupt();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Redis did not say that it has them.
    private static final class AwayException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AwayException(Exception why) {
            super("Redis is away: " + why, why);
        }
    }
}
