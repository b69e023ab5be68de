package dev.universalapi.engine.attempt;

import dev.universalapi.egress.EgressException;
import dev.universalapi.egress.EgressRequest;
import dev.universalapi.egress.EgressResponse;
import dev.universalapi.engine.first.Taken;
import dev.universalapi.engine.manifest.Credential;
import dev.universalapi.engine.manifest.Offer;
import dev.universalapi.engine.mapping.Reading;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.request.Call;
import dev.universalapi.engine.request.UnfillableException;
import dev.universalapi.engine.token.NoTokenException;
import dev.universalapi.engine.token.Token;
import dev.universalapi.engine.token.Tokens;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// All that is said to a provider in one attempt: an access token, the call before and the call that counts, as far
/// as its manifest has them. One time for all, on the attempt's own thread, so that one interrupt ends it.
final class Conversation {
    static final int REFUSED_TOKEN = 401;
    static final Reading.Failure TOKEN_ENDED = new Reading.Failure(
            Outcome.UNAVAILABLE, "it no longer takes the access token that was kept; the next call gets another");

    private final Offer offer;
    private final Record query;
    private final Credential credential;
    private final World world;
    private final Duration timeout;
    private final long started;
    private final Set<String> secrets = new HashSet<>();
    private boolean counts;

    Conversation(Offer offer, Record query, Credential credential, World world, Duration timeout) {
        this.offer = offer;
        this.query = query;
        this.credential = credential;
        this.world = world;
        this.timeout = timeout;
        this.started = world.clock().millis();
    }

    /// How it ended.
    ///
    /// @param response the last that came
    /// @param secrets what may not be shown of what was said
    record Said(Reading reading, EgressResponse response, Collection<String> secrets) {}

    /// Holds it.
    ///
    /// @throws UnfillableException if the query does not fit: the provider was not asked it
    /// @throws NoTokenException if the provider gives no access token
    Said hold() throws UnfillableException, NoTokenException, EgressException {
        return offer.token().isPresent() ? withToken(offer.token().get()) : ask(Optional.empty());
    }

    // a token that was kept may have been ended by the provider since: one more try with another, but not where the
    // call may be sent once and was, whatever a 401 says of what was done; that the token has ended is then nothing
    // against the key it came by
    private Said withToken(Call call) throws UnfillableException, NoTokenException, EgressException {
        var whose = new Tokens.Whose(offer.provider(), credential.id(), call);
        var held = world.tokens().get(whose, credential::find, remaining());
        var said = ask(Optional.of(held.token()));
        if (said.response.status() != REFUSED_TOKEN) {
            return said;
        }
        world.tokens().forget(whose, held.token());
        if (!held.kept()) {
            return said;
        }
        if (offer.once() && counts) {
            return new Said(TOKEN_ENDED, said.response, secrets);
        }
        var another = world.tokens().get(whose, credential::find, remaining());
        return ask(Optional.of(another.token()));
    }

    private Said ask(Optional<Token> token) throws UnfillableException, EgressException {
        var before = offer.before();
        if (before.isEmpty()) {
            return finish(offer, token);
        }
        var response = send(before.get(), token);
        var refused = refusal(response);
        return switch (refused.<Taken>map(Taken.Ended::new).orElseGet(() -> offer.take(query, response))) {
            case Taken.Ended(var reading) -> new Said(reading, response, secrets);
            case Taken.Values(var values) -> {
                try {
                    yield finish(offer.knowing(values), token);
                } catch (UnfillableException e) {
                    // the query did fit the call before: what the provider brought does not
                    var why = "what the call before brought makes no call: " + e.reason();
                    yield new Said(new Reading.Failure(Outcome.MALFORMED, why), response, secrets);
                }
            }
        };
    }

    private Said finish(Offer known, Optional<Token> token) throws UnfillableException, EgressException {
        counts = true;
        var response = send(known, token);
        var reading = refusal(response).orElseGet(() -> known.read(query, response));
        return new Said(reading, response, secrets);
    }

    private EgressResponse send(Offer whom, Optional<Token> token) throws UnfillableException, EgressException {
        EgressRequest request = whom.request(
                query,
                name -> name.equals(Call.TOKEN) ? token.map(Token::value) : credential.find(name),
                world.mayMove(credential),
                remaining());
        secrets.addAll(request.secrets());
        return world.transport().send(request);
    }

    // the sandbox serves what manifests ask; where it does not, the manifest and its samples differ, and no
    // caller is at fault
    private Optional<Reading> refusal(EgressResponse response) {
        return Optional.of(response)
                .filter(_ -> world.sandbox())
                .flatMap(SandboxHeaders::refusal)
                .map(how -> new Reading.Failure(Outcome.MALFORMED, how));
    }

    private Duration remaining() {
        return timeout.minusMillis(world.clock().millis() - started);
    }
}
