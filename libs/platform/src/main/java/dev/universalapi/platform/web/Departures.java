package dev.universalapi.platform.web;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.tomcat.util.net.SocketWrapperBase;

/// Notices callers who leave before they are answered, and interrupts the work that was for them; lets go of callers
/// who do not read.
///
/// Every 25 ms it looks, without blocking, whether the socket of a request that is still under way has ended;
/// what is answered sooner is never looked at, and while nothing is under way nothing runs. Looking is the only
/// way: Java has no event for "closed" apart from "readable", and Tomcat watches no socket while its request is
/// served.
public final class Departures implements AutoCloseable {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(25);

    private final DelayQueue<Visit> visits = new DelayQueue<>();
    private final Thread watch = Thread.ofPlatform().daemon().name("departures").unstarted(this::watch);

    /// Begins to watch; to be called once.
    public void start() {
        watch.start();
    }

    /// Does the work on this thread, which is interrupted when the caller leaves meanwhile. Only for work that
    /// neither reads the request's body nor writes the answer.
    public <T> T whilePresent(Supplier<T> work) {
        if (!WatchedProtocol.SOCKET.isBound()) {
            return work.get();
        }
        var visit = new Visit(WatchedProtocol.SOCKET.get(), Thread.currentThread());
        visits.add(visit);
        try {
            return work.get();
        } finally {
            visit.end();
        }
    }

    /// Writes an answer on this thread to a caller who may be slow: what cannot be sent for so long fails, and ends
    /// the connection.
    ///
    /// @throws IOException as the writing throws it; caused by a `SocketTimeoutException` where it took too long
    public void whileReading(Duration patience, Writing writing) throws IOException {
        if (!WatchedProtocol.SOCKET.isBound()) {
            writing.write();
            return;
        }
        var socket = WatchedProtocol.SOCKET.get();
        var usual = socket.getWriteTimeout();
        socket.setWriteTimeout(patience.toMillis());
        try {
            writing.write();
        } finally {
            socket.setWriteTimeout(usual);
        }
    }

    /// Writes an answer.
    @FunctionalInterface
    public interface Writing {
        void write() throws IOException;
    }

    @Override
    public void close() {
        watch.interrupt();
    }

    private void watch() {
        try {
            while (true) {
                var visit = visits.take();
                if (visit.continues()) {
                    visits.add(visit);
                }
            }
        } catch (InterruptedException _) {
            visits.clear();
        }
    }

    private static final class Visit implements Delayed {
        private final SocketWrapperBase<?> socket;
        private final Thread worker;
        private volatile long due = System.nanoTime() + PAUSE;
        private boolean over;
        private boolean interrupted;

        Visit(SocketWrapperBase<?> socket, Thread worker) {
            this.socket = socket;
            this.worker = worker;
        }

        synchronized boolean continues() {
            if (over) {
                return false;
            }
            if (hasLeft()) {
                over = true;
                interrupted = true;
                worker.interrupt();
                return false;
            }
            due = System.nanoTime() + PAUSE;
            return true;
        }

        /// After it nobody touches the socket or the thread; an interruption that came too late is taken back.
        synchronized void end() {
            over = true;
            if (interrupted) {
                var _ = Thread.interrupted();
            }
        }

        /// Bytes that the caller sent ahead stay where Tomcat will read them.
        private boolean hasLeft() {
            try {
                var _ = socket.isReadyForRead();
                return socket.isClosed();
            } catch (IOException _) {
                return true;
            }
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
