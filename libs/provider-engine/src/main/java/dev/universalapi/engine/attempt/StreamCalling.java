package dev.universalapi.engine.attempt;

import dev.universalapi.egress.EgressException;
import dev.universalapi.egress.EgressResponse;
import dev.universalapi.egress.EgressStream;
import dev.universalapi.egress.Redaction;
import dev.universalapi.engine.adapter.MisreadException;
import dev.universalapi.engine.kind.Parts;
import dev.universalapi.engine.kind.Sink;
import dev.universalapi.engine.manifest.Credential;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.mapping.Reading;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.receipt.Attempt;
import dev.universalapi.engine.request.Call;
import dev.universalapi.engine.request.UnfillableException;
import dev.universalapi.engine.token.NoTokenException;
import dev.universalapi.engine.token.Token;
import dev.universalapi.engine.token.Tokens;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Asks one provider for an answer in parts, and hands each on as it comes. For one asking.
public final class StreamCalling implements Rung {
    private static final int MOST_PARTS = 100_000;
    private static final Parts NOTHING_HELD = new Parts(List.of());

    private final Offer offer;
    private final Record query;
    private final Credential credential;
    private final World world;
    private final EgressStream.Limits limits;
    private final Sink<Record> sink;
    private boolean tokenEnded;
    private boolean sent;
    private int parts;
    private long started;
    private long firstPart;

    public StreamCalling(
            Offer offer,
            Record query,
            Credential credential,
            World world,
            EgressStream.Limits limits,
            Sink<Record> sink) {
        this.offer = offer;
        this.query = query;
        this.credential = credential;
        this.world = world;
        this.limits = limits;
        this.sink = sink;
    }

    @Override
    public String provider() {
        return offer.provider();
    }

    @Override
    public Credential credential() {
        return credential;
    }

    @Override
    public boolean calls() {
        return offer.calls();
    }

    /// Nobody is asked beside it, for both would speak at once, and nobody after it once the caller has a part.
    @Override
    public boolean once() {
        return true;
    }

    @Override
    public Map<String, Long> spends() {
        return offer.spends(query);
    }

    /// How many parts were handed on. From the first on nobody else can be asked.
    public int parts() {
        return parts;
    }

    @Override
    public Duration latency(Duration whole) {
        return parts > 0 ? Duration.ofMillis(firstPart) : whole;
    }

    /// Asks and reads to the end. The attempt is `ok` only when the stream said that it is complete.
    ///
    /// @param timeout until the first part
    @Override
    public Tried ask(Duration timeout) {
        var attempt = attempt(timeout);
        var answer = attempt.outcome() == Outcome.OK ? new Reading.Answer(Outcome.OK, NOTHING_HELD, 0) : null;
        return new Tried(attempt, answer, null, null, parts > 0 || sent && offer.once());
    }

    private Attempt attempt(Duration timeout) {
        started = world.clock().millis();
        var secrets = new HashSet<String>();
        try (var stream = open(timeout, secrets)) {
            sent = true;
            var ended = tokenEnded
                    ? new Ended(Conversation.TOKEN_ENDED.outcome(), Conversation.TOKEN_ENDED.message())
                    : isStream(stream) ? follow(stream) : whole(stream.whole());
            return attempt(ended, stream.status(), secrets, retryAfter(ended.outcome(), stream));
        } catch (UnfillableException e) {
            return attempt(new Ended(Outcome.UNSUPPORTED, e.reason()), null, secrets, null);
        } catch (NoTokenException e) {
            return attempt(new Ended(e.outcome(), e.getMessage()), null, secrets, null);
        } catch (EgressException e) {
            sent = e.sent();
            var ended = new Ended(Calling.outcome(e.kind()), String.valueOf(e.getMessage()));
            return attempt(ended, null, secrets, null);
        }
    }

    // the same as in a Conversation: one more try with another token, but not of what is asked once
    private EgressStream open(Duration timeout, Set<String> secrets)
            throws UnfillableException, NoTokenException, EgressException {
        var call = offer.token();
        if (call.isEmpty()) {
            return open(credential::find, timeout, secrets);
        }
        var whose = new Tokens.Whose(offer.provider(), credential.id(), call.get());
        var held = world.tokens().get(whose, credential::find, remaining(timeout));
        var stream = open(knowing(held.token()), remaining(timeout), secrets);
        if (stream.status() != Conversation.REFUSED_TOKEN) {
            return stream;
        }
        world.tokens().forget(whose, held.token());
        if (!held.kept()) {
            return stream;
        }
        if (offer.once()) {
            tokenEnded = true;
            return stream;
        }
        stream.close();
        var another = world.tokens().get(whose, credential::find, remaining(timeout));
        return open(knowing(another.token()), remaining(timeout), secrets);
    }

    private EgressStream open(Function<String, Optional<String>> finder, Duration time, Set<String> secrets)
            throws UnfillableException, EgressException {
        var request = offer.request(query, finder, world.mayMove(credential), time);
        secrets.addAll(request.secrets());
        return world.transport().open(request, limits);
    }

    private Function<String, Optional<String>> knowing(Token token) {
        return name -> name.equals(Call.TOKEN) ? Optional.of(token.value()) : credential.find(name);
    }

    private Duration remaining(Duration timeout) {
        return timeout.minusMillis(world.clock().millis() - started);
    }

    private record Ended(Outcome outcome, @Nullable String message) {}

    private boolean isStream(EgressStream stream) {
        return stream.status() / 100 == 2
                && stream.header("content-encoding").isEmpty()
                && stream.header("content-type").filter(offer::streams).isPresent();
    }

    private Ended follow(EgressStream stream) {
        try {
            var complete = offer.parts(query, stream.body(), part -> {
                if (parts == 0) {
                    stream.stayOpen();
                }
                take(part);
            });
            return complete && parts > 0
                    ? new Ended(Outcome.OK, null)
                    : complete
                            ? new Ended(Outcome.MALFORMED, "the stream has no part")
                            : new Ended(Outcome.UNAVAILABLE, "the stream ended before its end");
        } catch (StoppedException e) {
            return new Ended(e.outcome, e.getMessage());
        } catch (MisreadException e) {
            return new Ended(e.outcome(), e.getMessage());
        } catch (EgressStream.BrokenException e) {
            return new Ended(broken(e.kind()), e.getMessage());
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return new Ended(Outcome.MALFORMED, "the adapter broke: " + e);
        }
    }

    private Ended whole(EgressResponse response) {
        var refused = world.sandbox() ? SandboxHeaders.refusal(response).orElse(null) : null;
        if (refused != null) {
            return new Ended(Outcome.MALFORMED, refused);
        }
        try {
            return switch (offer.read(query, response)) {
                case Reading.Answer(var outcome, Parts(var whole), var _, var _, var _) -> {
                    whole.forEach(this::take);
                    yield new Ended(outcome, null);
                }
                case Reading.Answer _ -> new Ended(Outcome.MALFORMED, "the answer is no stream");
                case Reading.Failure(var outcome, var message) -> new Ended(outcome, message);
            };
        } catch (StoppedException e) {
            return new Ended(e.outcome, e.getMessage());
        }
    }

    private void take(Record part) {
        if (parts == MOST_PARTS) {
            throw new StoppedException(Outcome.MALFORMED, "the stream has more than " + MOST_PARTS + " parts");
        }
        if (!offer.operation().answerType().isInstance(part)) {
            throw new StoppedException(Outcome.MALFORMED, "the adapter gave no part of " + offer.operation());
        }
        if (parts == 0) {
            firstPart = world.clock().millis() - started;
        }
        switch (sink.part(part)) {
            case TAKEN -> parts++;
            case TOO_LARGE -> throw new StoppedException(Outcome.MALFORMED, "a part is larger than 64 KiB");
            case LEFT -> throw new StoppedException(Outcome.CANCELLED, "the caller left");
            case TOO_SLOW -> throw new StoppedException(Outcome.CANCELLED, "the caller read too slowly");
        }
    }

    private static Outcome broken(EgressException.Kind kind) {
        return kind == EgressException.Kind.BROKEN_ANSWER ? Outcome.UNAVAILABLE : Calling.outcome(kind);
    }

    private @Nullable Long retryAfter(Outcome outcome, EgressStream stream) {
        return stream.header("retry-after")
                .filter(_ -> Calling.WITH_A_TIME.contains(outcome))
                .flatMap(value -> RetryAfter.seconds(value, world.clock().instant()))
                .orElse(null);
    }

    private Attempt attempt(Ended ended, @Nullable Integer status, Set<String> secrets, @Nullable Long retryAfter) {
        var message = ended.message() == null ? null : Calling.shortened(Redaction.redact(ended.message(), secrets));
        var millis = parts > 0 ? firstPart : world.clock().millis() - started;
        return new Attempt(provider(), ended.outcome(), millis, status, message, retryAfter);
    }

    /// Ends the reading from within.
    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Outcome outcome;

        StoppedException(Outcome outcome, String why) {
            super(why, null, false, false);
            this.outcome = outcome;
        }
    }
}
