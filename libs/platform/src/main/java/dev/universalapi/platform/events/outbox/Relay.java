package dev.universalapi.platform.events.outbox;

import dev.universalapi.contracts.event.Promise;
import dev.universalapi.platform.events.EventsProperties;
import dev.universalapi.platform.events.send.Losses;
import dev.universalapi.platform.tenant.AcrossTenants;
import dev.universalapi.platform.tenant.SystemDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Tells facts: one relay a database at a time, by a lock of PostgreSQL that ends with its connection. The cursor moves
/// only over what Kafka has acknowledged, so a relay that is killed tells some facts again and misses none.
@AcrossTenants(because = "facts of all organisations are told in one order")
public final class Relay implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final Duration AWAY = Duration.ofSeconds(1);
    private static final Duration HOUSEKEEPING = Duration.ofSeconds(5);

    private final SystemDatabase system;
    private final Predicate<String> ready;
    private final Function<Fact, Future<?>> telling;
    private final Losses losses;
    private final EventsProperties.OutboxRelay settings;
    private final Semaphore news = new Semaphore(0);
    private volatile Ledger.Depth depth = new Ledger.Depth(0, null);
    private volatile boolean running;
    private Instant tidied = Instant.MIN;
    private boolean away;
    private @Nullable Thread thread;

    /// @param system sees the facts of all organisations
    /// @param ready whether a topic can be sent to
    /// @param telling begins to tell one; its end is the acknowledgement
    Relay(
            SystemDatabase system,
            Predicate<String> ready,
            Function<Fact, Future<?>> telling,
            Losses losses,
            EventsProperties.OutboxRelay settings) {
        this.system = system;
        this.ready = ready;
        this.telling = telling;
        this.losses = losses;
        this.settings = settings;
    }

    /// There is something to tell.
    void wake() {
        news.release();
    }

    /// How many facts wait, where this process is the relay.
    long waiting() {
        return depth.facts();
    }

    /// For how many seconds the oldest fact has waited.
    double age() {
        var oldest = depth.oldest();
        return oldest == null ? 0 : Duration.between(oldest, Instant.now()).toMillis() / 1000.0;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("outbox").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        var relay = thread;
        if (relay != null) {
            wake();
            try {
                if (!relay.join(AWAY)) {
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

    /// Before the producer is closed.
    @Override
    public int getPhase() {
        return 1;
    }

    private void run() {
        while (running) {
            try (var connection = system.source().getConnection()) {
                watch(connection);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException | RuntimeException failure) {
                rest(failure);
            }
        }
    }

    private void rest(Exception failure) {
        if (!away && running) {
            LOG.atWarn().addKeyValue("cause", failure.toString()).log("Facts cannot be told; they are kept");
        }
        away = true;
        try {
            pause(AWAY);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private void watch(Connection connection) throws SQLException, InterruptedException {
        connection.setAutoCommit(true);
        var ledger = new Ledger(connection);
        if (!ledger.lock()) {
            depth = new Ledger.Depth(0, null);
            pause(settings.takeover());
            return;
        }
        try {
            ledger.mend();
            while (running) {
                var told = round(ledger);
                tidy(ledger);
                if (told < settings.batch()) {
                    pause(settings.poll());
                }
            }
        } finally {
            ledger.unlock();
        }
    }

    /// How many facts were told.
    int round(Ledger ledger) throws SQLException, InterruptedException {
        var facts = ledger.next(settings.batch());
        if (facts.isEmpty()) {
            return 0;
        }
        var last = acknowledged(facts);
        if (last > 0) {
            ledger.told(facts.get(last - 1));
        }
        if (last < facts.size()) {
            pause(AWAY);
        } else {
            away = false;
        }
        return last;
    }

    /// How many from the first on are acknowledged without one missing between them.
    private int acknowledged(List<Fact> facts) throws InterruptedException {
        List<Future<?>> answers = new ArrayList<>();
        for (var fact : facts) {
            if (!ready.test(fact.topic())) {
                break;
            }
            try {
                answers.add(telling.apply(fact));
            } catch (KafkaException failure) {
                losses.lost(fact.topic(), Promise.OUTBOX, failure);
                break;
            }
        }
        for (int i = 0; i < answers.size(); i++) {
            try {
                answers.get(i).get();
                losses.told(facts.get(i).topic(), Promise.OUTBOX);
            } catch (ExecutionException failure) {
                losses.lost(facts.get(i).topic(), Promise.OUTBOX, failure);
                return i;
            }
        }
        return answers.size();
    }

    private void tidy(Ledger ledger) throws SQLException {
        if (Instant.now().isAfter(tidied.plus(HOUSEKEEPING))) {
            ledger.forget(settings.keep());
            depth = ledger.depth();
            tidied = Instant.now();
        }
    }

    /// Until there is news, not longer than this.
    private void pause(Duration longest) throws InterruptedException {
        var _ = news.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
        news.drainPermits();
    }
}
