package dev.universalapi.host.stream;

import dev.universalapi.engine.Ending;
import dev.universalapi.engine.kind.Sink;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/// Stands between who makes a stream and who sends it. It holds a few parts and no more: a reader for whom there is no
/// room in time is dropped.
final class Subscriber implements Sink<Record> {
    private final Pace pace;
    private final Function<Record, byte[]> json;
    private final Runnable onDrop;
    private final BlockingQueue<Item> items;
    private final Semaphore room;
    private final AtomicBoolean dropped = new AtomicBoolean();
    private volatile boolean left;

    /// What there is to send.
    sealed interface Item {}

    /// A part, as JSON.
    record Part(byte[] json) implements Item {}

    /// The stream is over.
    record Over(Ending ending) implements Item {}

    /// Something went wrong on our side.
    record Failed(RuntimeException why) implements Item {}

    /// No part came in the time that was waited.
    record Silence() implements Item {}

    /// The reader left while nothing came.
    record Left() implements Item {}

    /// @param onDrop told when the reader is dropped
    Subscriber(Pace pace, Function<Record, byte[]> json, Runnable onDrop) {
        this.pace = pace;
        this.json = json;
        this.onDrop = onDrop;
        this.items = new ArrayBlockingQueue<>(pace.parts());
        this.room = new Semaphore(pace.held());
    }

    @Override
    public Taken part(Record part) {
        var bytes = json.apply(part);
        if (bytes.length > pace.bytes()) {
            return Taken.TOO_LARGE;
        }
        try {
            if (!left && offer(new Part(bytes))) {
                return Taken.TAKEN;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            left = true;
        }
        if (left && !dropped()) {
            return Taken.LEFT;
        }
        drop();
        return Taken.TOO_SLOW;
    }

    private boolean offer(Part part) throws InterruptedException {
        var until = System.nanoTime() + pace.patience().toNanos();
        return room.tryAcquire(part.json().length, pace.patience().toNanos(), TimeUnit.NANOSECONDS)
                && items.offer(part, until - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    /// The last item; waits for room, unless the reader leaves or was dropped.
    void end(Item last) {
        try {
            while (!left && !dropped() && !items.offer(last, 100, TimeUnit.MILLISECONDS)) {
                // the reader is still at work
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether the reader did not keep up: what is still here is not sent any more.
    boolean dropped() {
        return dropped.get();
    }

    /// Gives the reader up: by who makes the stream, when there is no room for a part, or by who sends it, when
    /// nothing can be sent.
    void drop() {
        if (dropped.compareAndSet(false, true)) {
            onDrop.run();
        }
    }

    /// Nobody reads from now on.
    void leave() {
        left = true;
    }

    /// Whether there is nothing to send at the moment.
    boolean idle() {
        return items.isEmpty();
    }

    /// What there is at once; else what comes in that time.
    Item next(Duration time) {
        try {
            var item = items.poll(time.toNanos(), TimeUnit.NANOSECONDS);
            if (item instanceof Part(var json)) {
                room.release(json.length);
            }
            return item == null ? new Silence() : item;
        } catch (InterruptedException _) {
            return new Left();
        }
    }
}
