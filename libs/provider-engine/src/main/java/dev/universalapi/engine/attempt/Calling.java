package dev.universalapi.engine.attempt;

import dev.universalapi.egress.EgressException;
import dev.universalapi.egress.EgressResponse;
import dev.universalapi.egress.Redaction;
import dev.universalapi.engine.body.Raw;
import dev.universalapi.engine.manifest.Credential;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.mapping.Reading;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.receipt.Attempt;
import dev.universalapi.engine.request.UnfillableException;
import dev.universalapi.engine.token.NoTokenException;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Asks one provider over HTTP, by its manifest.
///
/// @param offer what is asked of whom
/// @param query what is asked
/// @param credential how the provider knows us
/// @param raw whether the body is wanted as it came
public record Calling(Offer offer, Record query, Credential credential, World world, boolean raw) implements Rung {
    private static final int LONGEST_MESSAGE = 300;
    static final Set<Outcome> WITH_A_TIME = EnumSet.of(Outcome.RATE_LIMITED, Outcome.QUOTA_SPENT, Outcome.UNAVAILABLE);

    /// One that wants the answer alone.
    public Calling(Offer offer, Record query, Credential credential, World world) {
        this(offer, query, credential, world, false);
    }

    @Override
    public String provider() {
        return offer.provider();
    }

    @Override
    public boolean calls() {
        return offer.calls();
    }

    @Override
    public boolean once() {
        return offer.once();
    }

    @Override
    public Map<String, Long> spends() {
        return offer.spends(query);
    }

    @Override
    public Tried ask(Duration timeout) {
        var started = world.clock().millis();
        if (!offer.calls()) {
            return tried(offer.compose(query), started, null, Set.of());
        }
        try {
            var said = new Conversation(offer, query, credential, world, timeout).hold();
            return tried(said.reading(), started, said.response(), said.secrets());
        } catch (UnfillableException e) {
            return Tried.unsent(attempt(Outcome.UNSUPPORTED, started, null, shortened(e.reason())));
        } catch (NoTokenException e) {
            // what was to be asked was not sent, whatever became of the call for the token
            var attempt = attempt(e.outcome(), started, e.response(), shortened(String.valueOf(e.getMessage())));
            return new Tried(attempt, null, null, e.response(), false);
        } catch (EgressException e) {
            var attempt = attempt(outcome(e.kind()), started, null, shortened(String.valueOf(e.getMessage())));
            return e.sent() ? Tried.failed(attempt) : Tried.unsent(attempt);
        }
    }

    private Optional<EgressResponse> fromSandbox(@Nullable EgressResponse response) {
        return Optional.ofNullable(response).filter(_ -> world.sandbox());
    }

    private Tried tried(Reading reading, long started, @Nullable EgressResponse response, Collection<String> secret) {
        return switch (reading) {
            case Reading.Answer answer ->
                new Tried(
                        attempt(answer.outcome(), started, response, null),
                        answer,
                        fromSandbox(response).flatMap(SandboxHeaders::sample).orElse(null),
                        response,
                        true,
                        body(response, secret));
            case Reading.Failure(var outcome, var message) ->
                failed(outcome, started, response, message == null ? null : Redaction.redact(message, secret));
        };
    }

    // the provider may repeat what it was told in this call or when it gave a token
    private @Nullable Raw body(@Nullable EgressResponse response, Collection<String> secret) {
        if (!raw || response == null) {
            return null;
        }
        var secrets = new HashSet<>(secret);
        secrets.addAll(credential.values().values());
        return Raw.of(response, offer.reads(), secrets).orElse(null);
    }

    private Tried failed(Outcome outcome, long started, @Nullable EgressResponse response, @Nullable String message) {
        return new Tried(
                attempt(outcome, started, response, message == null ? null : shortened(message)), null, null, response);
    }

    private Attempt attempt(
            Outcome outcome, long started, @Nullable EgressResponse response, @Nullable String message) {
        return new Attempt(
                provider(),
                outcome,
                world.clock().millis() - started,
                response == null ? null : response.status(),
                message,
                response == null ? null : retryAfter(outcome, response));
    }

    private @Nullable Long retryAfter(Outcome outcome, EgressResponse response) {
        return WITH_A_TIME.contains(outcome)
                ? response.header("retry-after")
                        .flatMap(
                                value -> RetryAfter.seconds(value, world.clock().instant()))
                        .orElse(null)
                : null;
    }

    static Outcome outcome(EgressException.Kind kind) {
        return switch (kind) {
            case FORBIDDEN_ADDRESS, UNREACHABLE -> Outcome.UNREACHABLE;
            case FORBIDDEN_REQUEST, BROKEN_ANSWER -> Outcome.MALFORMED;
            case TIMEOUT -> Outcome.TIMEOUT;
            case CANCELLED -> Outcome.CANCELLED;
        };
    }

    static String shortened(String message) {
        return message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) + "…" : message;
    }
}
