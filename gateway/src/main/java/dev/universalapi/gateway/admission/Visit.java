package dev.universalapi.gateway.admission;

import dev.universalapi.gateway.limit.count.Hold;
import dev.universalapi.gateway.limit.count.Verdict;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// What one call has of the edge while it is here, and gives back once, however it ends.
final class Visit {
    private final ServerWebExchange exchange;
    private final String organisation;
    private final Errand errand;
    private final UnderWay underWay;
    private final Seats seats;
    private final AtomicBoolean seated = new AtomicBoolean();
    private final AtomicBoolean inside = new AtomicBoolean(true);
    private volatile boolean ended;
    private final AtomicReference<@Nullable Hold> hold = new AtomicReference<>();

    Visit(ServerWebExchange exchange, String organisation, Errand errand, UnderWay underWay, Seats seats) {
        this.exchange = exchange;
        this.organisation = organisation;
        this.errand = errand;
        this.underWay = underWay;
        this.seats = seats;
    }

    /// Takes the seat, and gives it back if the call has left meanwhile.
    boolean seated(boolean given) {
        if (given) {
            seated.set(true);
            if (ended) {
                stand();
            }
        }
        return given;
    }

    /// Takes what was decided, and gives it back if the call has left meanwhile.
    Verdict decided(Verdict verdict) {
        if (verdict instanceof Verdict.Admitted admitted) {
            hold.set(admitted.hold());
            if (ended) {
                settle(false);
            }
        }
        return verdict;
    }

    /// Has the answer tell how limits stand, and what is held end with it; true if the call is in.
    boolean isIn(Verdict verdict) {
        var standings = verdict.standings();
        exchange.getResponse().beforeCommit(() -> {
            var response = exchange.getResponse();
            Headers.write(response.getHeaders(), standings);
            settle(counts(response.getStatusCode()));
            if (Errand.isStream(response.getHeaders())) {
                stand(); // a stream has little to do with the edge once it flows
            }
            return Mono.empty();
        });
        return verdict instanceof Verdict.Admitted;
    }

    void end() {
        ended = true;
        settle(false);
        stand();
        if (inside.getAndSet(false)) {
            underWay.leave(organisation, errand.stream());
        }
    }

    private void stand() {
        if (seated.getAndSet(false)) {
            seats.leave(organisation);
        }
    }

    private void settle(boolean used) {
        var held = hold.getAndSet(null);
        if (held != null) {
            held.end(used);
        }
    }

    /// An answer counts if it is one: refusals, mistakes and failures cost nothing.
    private static boolean counts(@Nullable HttpStatusCode status) {
        return status == null || status.is2xxSuccessful();
    }
}
