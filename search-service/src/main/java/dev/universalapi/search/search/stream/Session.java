package dev.universalapi.search.search.stream;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The events of one search, the latest of them kept for who lost the line. It goes on while somebody reads and for a
/// while after; then it is abandoned, and whoever comes back begins anew.
public final class Session {
    private static final int MOST_BYTES = 512 * 1024;

    private final String id;
    private final String organisation;
    private final Instant begun;
    private final InstantSource clock;
    private final Duration unread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final Deque<Event> events = new ArrayDeque<>();
    private int bytes;
    private long last;
    private boolean over;
    private boolean abandoned;
    private int readers;
    private Instant left;

    /// One event.
    ///
    /// @param number from 1
    record Event(long number, String name, byte[] json) {}

    /// @param unread how long it goes on while nobody reads
    Session(String id, String organisation, InstantSource clock, Duration unread) {
        this.id = id;
        this.organisation = organisation;
        this.clock = clock;
        this.unread = unread;
        this.begun = clock.instant();
        this.left = begun;
    }

    /// Its name, as in the ids of its events.
    public String id() {
        return id;
    }

    Instant begun() {
        return begun;
    }

    boolean belongsTo(String other) {
        return organisation.equals(other);
    }

    /// Whether no event will follow.
    boolean over() {
        lock.lock();
        try {
            return over;
        } finally {
            lock.unlock();
        }
    }

    /// Somebody reads from now on.
    void enter() {
        lock.lock();
        try {
            readers++;
        } finally {
            lock.unlock();
        }
    }

    /// Somebody reads no more.
    void leave() {
        lock.lock();
        try {
            readers--;
            left = clock.instant();
        } finally {
            lock.unlock();
        }
    }

    /// For how long it surely goes on; zero or less where nobody has read for too long, who then has abandoned it.
    public Duration wanted() {
        lock.lock();
        try {
            var wanted = readers > 0 ? unread : Duration.between(clock.instant(), left.plus(unread));
            abandoned |= !over && !wanted.isPositive();
            return wanted;
        } finally {
            lock.unlock();
        }
    }

    /// Whether it was not read to its end, and goes on no more.
    boolean isAbandoned() {
        lock.lock();
        try {
            return abandoned;
        } finally {
            lock.unlock();
        }
    }

    /// Adds an event. Where there are too many, the oldest are forgotten.
    public void add(String name, byte[] json) {
        lock.lock();
        try {
            events.add(new Event(++last, name, json));
            bytes += json.length;
            while (bytes > MOST_BYTES && events.size() > 1) {
                bytes -= events.removeFirst().json().length;
            }
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// No event will follow.
    public void end() {
        lock.lock();
        try {
            over = true;
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// The events after one of them; waits for the next one where there is none.
    ///
    /// @return none where none came in that time, or none will follow
    List<Event> after(long number, Duration longest) throws InterruptedException {
        long left = longest.toNanos();
        lock.lock();
        try {
            while (number >= last && !over && left > 0) {
                left = more.awaitNanos(left);
            }
            var fresh = new ArrayList<Event>();
            events.stream().filter(event -> event.number() > number).forEach(fresh::add);
            return fresh;
        } finally {
            lock.unlock();
        }
    }

    /// Whether nothing is left after an event.
    boolean endsAt(long number) {
        lock.lock();
        try {
            return over && number >= last;
        } finally {
            lock.unlock();
        }
    }

    /// Whether the event that follows one is forgotten.
    boolean forgot(long number) {
        lock.lock();
        try {
            return !events.isEmpty() && events.getFirst().number() > number + 1;
        } finally {
            lock.unlock();
        }
    }
}
