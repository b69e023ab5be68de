package dev.universalapi.engine.token;

import dev.universalapi.egress.EgressException;
import dev.universalapi.egress.EgressException.Kind;
import dev.universalapi.engine.token.Tokens.Held;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The token of one credential. However many need one, at most one is fetched at a time.
final class Slot {
    private static final Duration REST = Duration.ofSeconds(5);

    private final InstantSource clock;
    private @Nullable Token token;
    private @Nullable Flight flight;
    private Instant restsUntil = Instant.MIN;

    Slot(InstantSource clock) {
        this.clock = clock;
    }

    /// A fetch on its way, and how many wait for it. Nobody needs to: it may renew a token that is still good.
    private static final class Flight {
        private final FutureTask<Token> task;
        private int waiting;

        Flight(Callable<Token> fetch) {
            this.task = new FutureTask<>(fetch);
        }
    }

    /// The token, fetched if there is none that is good; one that ends soon is renewed meanwhile.
    Held get(Callable<Token> fetch, Duration timeout) throws NoTokenException, EgressException {
        Flight joined;
        synchronized (this) {
            settle();
            var now = clock.instant();
            if (token != null && token.good(now)) {
                if (!token.fresh(now) && flight == null && !now.isBefore(restsUntil)) {
                    start(fetch);
                }
                return new Held(token, true);
            }
            joined = flight == null ? start(fetch) : flight;
            joined.waiting++;
        }
        return new Held(await(joined, timeout), false);
    }

    /// Forgets a token that the provider no longer takes, unless there is another already.
    synchronized void forget(Token refused) {
        settle();
        if (refused.equals(token)) {
            token = null;
        }
    }

    private Flight start(Callable<Token> fetch) {
        var started = new Flight(fetch);
        flight = started;
        Thread.ofVirtual().name("token").start(() -> {
            started.task.run();
            land(started);
        });
        return started;
    }

    // its thread may not have come to it yet
    private void settle() {
        if (flight != null && flight.task.isDone()) {
            land(flight);
        }
    }

    private synchronized void land(Flight landed) {
        if (flight != landed) {
            return;
        }
        if (landed.task.state() == Future.State.SUCCESS) {
            token = landed.task.resultNow();
        } else {
            restsUntil = clock.instant().plus(REST);
        }
        flight = null;
    }

    private Token await(Flight joined, Duration timeout) throws NoTokenException, EgressException {
        try {
            return joined.task.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            throw new EgressException(Kind.TIMEOUT, "no access token within " + timeout.toMillis() + " ms");
        } catch (InterruptedException _) {
            abandon(joined);
            Thread.currentThread().interrupt();
            throw new EgressException(Kind.CANCELLED, "the caller left");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case NoTokenException none -> throw none;
                case EgressException failed -> throw failed;
                case null, default ->
                    throw new IllegalStateException("the access token could not be fetched", e.getCause());
            }
        } finally {
            synchronized (this) {
                joined.waiting--;
            }
        }
    }

    // the last who leaves takes the fetch along: nobody would be glad of it
    private synchronized void abandon(Flight joined) {
        if (joined.waiting == 1) {
            flight = flight == joined ? null : flight;
            joined.task.cancel(true);
        }
    }
}
