package dev.universalapi.platform.events.send;

import dev.universalapi.contracts.event.Event;
import dev.universalapi.contracts.event.Promise;
import dev.universalapi.platform.events.EventsProperties;
import dev.universalapi.platform.events.wire.Codec;
import dev.universalapi.platform.events.wire.WireType;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/// Sends metered and counted events. Publishing puts an event into a queue and returns; one thread moves it from there
/// to Kafka's producer, which may make that thread wait, and never anybody else. What finds the queue full, or is not
/// acknowledged in time, is counted.
public final class Sender implements SmartLifecycle {
    private static final Duration STEP = Duration.ofMillis(200);
    private static final Duration AWAY = Duration.ofMillis(500);
    /// After the consumers have stopped and the requests have ended, which publish.
    private static final int LATE = 0;

    private final Codec codec;
    private final Supplier<Producer<byte[], byte[]>> producer;
    private final Predicate<String> ready;
    private final Losses losses;
    private final Numbers numbers = new Numbers();
    private final Duration flush;
    private final BlockingQueue<Outgoing> queue;
    private volatile boolean running;
    private @Nullable Thread mover;

    /// @param ready whether a topic can be sent to; asked again until it can
    public Sender(
            Codec codec,
            Supplier<Producer<byte[], byte[]>> producer,
            Predicate<String> ready,
            Losses losses,
            EventsProperties.Send send) {
        this.codec = codec;
        this.producer = producer;
        this.ready = ready;
        this.losses = losses;
        flush = send.flush();
        queue = new ArrayBlockingQueue<>(send.queue());
    }

    /// Never waits, and never throws for what Kafka does.
    ///
    /// @param trace the `traceparent` of where it is published
    public void send(Event event, @Nullable String trace) {
        var type = WireType.of(event.getClass());
        var number = type.promise() == Promise.USAGE ? numbers.next(type.topic()) : null;
        var outgoing =
                new Outgoing(type.topic(), event.organisation(), codec.write(event, number), type.promise(), trace);
        if (!queue.offer(outgoing)) {
            losses.lost(type.topic(), type.promise(), new IllegalStateException("the queue is full"));
        }
    }

    /// How many wait to be moved.
    public int waiting() {
        return queue.size();
    }

    @Override
    public void start() {
        running = true;
        mover = Thread.ofPlatform().daemon().name("events-out").start(this::move);
    }

    /// Moves what is left, then waits for the acknowledgements; both together not longer than `flush`.
    @Override
    public void stop() {
        running = false;
        var thread = mover;
        if (thread == null) {
            return;
        }
        try {
            if (!thread.join(flush)) {
                thread.interrupt();
            }
        } catch (InterruptedException _) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
        for (var left = queue.poll(); left != null; left = queue.poll()) {
            losses.lost(left.topic(), left.promise(), new IllegalStateException("the application has stopped"));
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return LATE;
    }

    private void move() {
        try {
            while (running || !queue.isEmpty()) {
                var next = queue.poll(STEP.toMillis(), TimeUnit.MILLISECONDS);
                if (next != null) {
                    hand(next);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void hand(Outgoing next) throws InterruptedException {
        while (!ready.test(next.topic())) {
            LockSupport.parkNanos(AWAY.toNanos());
            if (Thread.interrupted()) {
                losses.lost(next.topic(), next.promise(), new IllegalStateException("the application has stopped"));
                throw new InterruptedException();
            }
        }
        try {
            producer.get().send(next.message(), (_, failure) -> {
                if (failure == null) {
                    losses.told(next.topic(), next.promise());
                } else {
                    losses.lost(next.topic(), next.promise(), failure);
                }
            });
        } catch (KafkaException failure) { // also when this thread was interrupted while it waited
            losses.lost(next.topic(), next.promise(), failure);
        }
    }
}
