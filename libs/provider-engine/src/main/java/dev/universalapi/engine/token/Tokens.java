package dev.universalapi.engine.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.universalapi.egress.EgressException;
import dev.universalapi.engine.expression.Known;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.request.Call;
import dev.universalapi.engine.request.Filling;
import dev.universalapi.engine.request.UnfillableException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/// The access tokens of one engine: one a provider and credential, fetched once for all who need it at that time.
/// They live in this process alone, and nothing writes them down.
public final class Tokens {
    private static final int MOST = 1_000;
    private static final Duration IDLE = Duration.ofDays(1);
    private static final Duration LONGEST_FETCH = Duration.ofSeconds(10);

    private final Transport transport;
    private final InstantSource clock;
    private final Cache<Key, Slot> slots;

    public Tokens(Transport transport, InstantSource clock) {
        this.transport = transport;
        this.clock = clock;
        // a rotated key has another id; what the old one left behind is the first to go
        this.slots = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(IDLE)
                .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                .build();
    }

    /// Whose tokens they are.
    ///
    /// @param credential its id, never its value
    /// @param call that brings one
    public record Whose(String provider, String credential, Call call) {}

    /// A token to call with.
    ///
    /// @param kept whether it was there before, so that the provider may have ended it since
    public record Held(Token token, boolean kept) {}

    /// A token; waits for one, at most that long, where there is none that is good.
    ///
    /// @param finder of the values of that credential
    /// @throws NoTokenException if none was to be had in time
    /// @throws EgressException if the token address does not answer, or the caller leaves
    public Held get(Whose whose, Function<String, Optional<String>> finder, Duration timeout)
            throws NoTokenException, EgressException {
        return slot(whose).get(() -> fetch(whose.call, finder), timeout);
    }

    /// Forgets a token that the provider refuses. One that was fetched meanwhile stays.
    public void forget(Whose whose, Token refused) {
        slot(whose).forget(refused);
    }

    private Slot slot(Whose whose) {
        // by what is said rather than by the call itself: a catalogue that is swapped leaves tokens alone
        var key = new Key(whose.provider, whose.credential, whose.call.toString());
        return slots.get(key, _ -> new Slot(clock));
    }

    private Token fetch(Call call, Function<String, Optional<String>> finder) throws NoTokenException, EgressException {
        try {
            var asked = clock.instant();
            var request = Filling.of(call, NOBODY, Known.NOTHING, finder, false, LONGEST_FETCH);
            return TokenAnswer.read(transport.send(request), asked, request.secrets());
        } catch (UnfillableException e) {
            throw new NoTokenException(Outcome.MALFORMED, "no access token can be asked for: " + e.reason(), null);
        }
    }

    private record Key(String provider, String credential, String call) {}

    /// Nobody's query: a token is asked for by a credential alone.
    private record Nobody() {}

    private static final Nobody NOBODY = new Nobody();
}
