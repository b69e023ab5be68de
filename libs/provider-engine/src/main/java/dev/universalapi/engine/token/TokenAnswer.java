package dev.universalapi.engine.token;

import dev.universalapi.egress.EgressResponse;
import dev.universalapi.egress.Redaction;
import dev.universalapi.engine.body.Bodies;
import dev.universalapi.engine.body.Reads;
import dev.universalapi.engine.body.UnreadableException;
import dev.universalapi.engine.outcome.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Reads what a token address answers (RFC 6749 5.1 and 5.2).
final class TokenAnswer {
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,6144}");
    private static final Pattern ERROR = Pattern.compile("[\\x20-\\x7e]{1,80}");
    private static final int LARGEST = 64 * 1024;
    private static final Duration UNSAID = Duration.ofMinutes(10);
    private static final long LONGEST_SECONDS = Duration.ofDays(1).toSeconds();

    private TokenAnswer() {}

    /// @param asked when the request was sent: the token's life counts from then
    static Token read(EgressResponse response, Instant asked, Collection<String> secrets) throws NoTokenException {
        var json = json(response);
        if (response.status() / 100 != 2) {
            var error = json.path("error").asString("");
            var said = ERROR.matcher(error).matches() ? ": " + Redaction.redact(error, secrets) : "";
            throw new NoTokenException(outcome(response.status()), "the token address refuses" + said, response);
        }
        var token = json.path("access_token").asString("");
        var type = json.path("token_type").asString("bearer");
        if (!TOKEN.matcher(token).matches() || !type.equalsIgnoreCase("bearer")) {
            throw new NoTokenException(Outcome.MALFORMED, "the token address answers without a bearer token", response);
        }
        return Token.of(token, asked, life(json.path("expires_in")));
    }

    private static JsonNode json(EgressResponse response) throws NoTokenException {
        try {
            if (response.body().length <= LARGEST) {
                return Bodies.read(response.body(), Reads.JSON, "").top();
            }
        } catch (UnreadableException _) {
            // told below, like an answer that is too large
        }
        var outcome = response.status() / 100 == 2 ? Outcome.MALFORMED : outcome(response.status());
        throw new NoTokenException(outcome, "the token address does not answer as it should", response);
    }

    // whatever is wrong with the request, no caller wrote it
    private static Outcome outcome(int status) {
        return switch (status) {
            case 400, 401, 402, 403 -> Outcome.DEAD_KEY;
            case 429 -> Outcome.RATE_LIMITED;
            default -> status / 100 == 4 || status / 100 == 5 ? Outcome.UNAVAILABLE : Outcome.MALFORMED;
        };
    }

    private static Duration life(JsonNode said) {
        var seconds = said.isNumber() || said.isString() ? said.asLong(UNSAID.toSeconds()) : UNSAID.toSeconds();
        return Duration.ofSeconds(Math.clamp(seconds, 0, LONGEST_SECONDS));
    }
}
