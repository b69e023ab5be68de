package dev.universalapi.engine;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.engine.attempt.Tried;
import dev.universalapi.engine.choice.Choice;
import dev.universalapi.engine.choice.Choice.Removed;
import dev.universalapi.engine.choice.Filter;
import dev.universalapi.engine.kind.Kind;
import dev.universalapi.engine.outcome.Outcome;
import dev.universalapi.engine.receipt.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a caller is told when nobody answered.
///
/// @param detail one sentence or two for people, without secrets
/// @param retryAfter when it makes sense to ask again; null where asking again changes nothing
record Verdict(ProblemType type, String detail, @Nullable Duration retryAfter) {
    private static final Set<Outcome> UNSURE = EnumSet.of(
            Outcome.UNAVAILABLE,
            Outcome.MALFORMED,
            Outcome.DRIFTED,
            Outcome.TIMEOUT,
            Outcome.UNREACHABLE,
            Outcome.CANCELLED);
    private static final int UNAUTHORIZED = 401;
    private static final Duration SICK = Duration.ofSeconds(5);
    private static final Duration LIMITED = Duration.ofSeconds(60);
    private static final List<Filter> FIRST_TOLD = List.of(
            Filter.QUOTA,
            Filter.RESTING,
            Filter.BREAKER,
            Filter.BUSY,
            Filter.SLOW,
            Filter.SWITCHED_OFF,
            Filter.DEAD_KEY,
            Filter.ROUTE,
            Filter.PRICE,
            Filter.SCOPE,
            Filter.UNSUPPORTED,
            Filter.NO_CREDENTIAL);

    /// Nobody could be asked at all. What passes by itself is told first, with the moment: then waiting helps. Then
    /// what is switched off, keys that are refused, what the caller wants, what the key may not, what nobody can,
    /// and keys that are not there.
    static Verdict onChoice(String operation, Choice choice, Instant now) {
        if (choice.removed().isEmpty()) {
            return new Verdict(ProblemType.NO_PROVIDER, "No provider has " + operation + ".", null);
        }
        var filter = Collections.min(
                choice.removed().stream().map(Removed::filter).toList(), Comparator.comparingInt(FIRST_TOLD::indexOf));
        var verdict = switch (filter) {
            case QUOTA, RESTING -> waiting(ProblemType.PROVIDERS_RATE_LIMITED, "Everybody asks to wait.", choice, now);
            case BREAKER, BUSY, SLOW -> waiting(ProblemType.PROVIDERS_FAILED, "Nobody is well.", choice, now);
            case SWITCHED_OFF ->
                new Verdict(ProblemType.PROVIDERS_FAILED, "Whoever could answer is switched off.", LIMITED);
            case SCOPE ->
                new Verdict(ProblemType.SCOPE_MISSING, "The key may use no provider of " + operation + ".", null);
            case DEAD_KEY -> new Verdict(ProblemType.CREDENTIALS_EXHAUSTED, "Our keys are refused.", null);
            case ROUTE, PRICE -> new Verdict(ProblemType.INVALID_ROUTE, "X-Route leaves nobody to ask.", null);
            case UNSUPPORTED -> new Verdict(ProblemType.UNSUPPORTED_QUERY, "Nobody can answer this query.", null);
            case NO_CREDENTIAL ->
                new Verdict(ProblemType.NO_PROVIDER, "No provider of " + operation + " has its key.", null);
        };
        var reasons = choice.removed().stream()
                .map(removed -> removed.provider() + ": " + removed.reason())
                .collect(Collectors.joining("; "));
        return new Verdict(verdict.type, verdict.detail + " " + reasons, verdict.retryAfter);
    }

    // to the full second, so that nobody who comes back in time comes too early
    private static Verdict waiting(ProblemType type, String detail, Choice choice, Instant now) {
        var seconds = choice.soonest()
                .map(until ->
                        Duration.between(now, until).plusNanos(999_999_999).toSeconds())
                .map(left -> Duration.ofSeconds(Math.max(1, left)));
        return new Verdict(type, detail, seconds.orElse(type == ProblemType.PROVIDERS_RATE_LIMITED ? LIMITED : SICK));
    }

    /// A cursor leads to somebody who cannot be asked; nobody else can go on in that list.
    static Verdict onCursor(String provider) {
        return new Verdict(
                ProblemType.NO_PROVIDER, "The cursor leads back to " + provider + ", which cannot be asked now.", SICK);
    }

    /// An operator has switched the operation off for everybody.
    static Verdict onSwitchedOff(String operation, String reason) {
        return new Verdict(ProblemType.SERVICE_UNAVAILABLE, operation + " is switched off: " + reason, LIMITED);
    }

    /// The route names somebody who does not exist.
    static Verdict onStranger(String id) {
        return new Verdict(ProblemType.INVALID_ROUTE, "X-Route names " + id + ", which is no provider.", null);
    }

    /// Those who were asked did not answer. Total: every list of attempts that ends without an answer has one
    /// verdict.
    static Verdict onAttempts(List<Attempt> attempts) {
        var asked = attempts.stream()
                .filter(attempt -> attempt.outcome() != Outcome.UNSUPPORTED)
                .toList();
        var type = type(attempts, asked);
        return new Verdict(type, detail(type, attempts), type.retryable() ? soonest(asked, type) : null);
    }

    /// The caller's time was up before it was known what comes of asking.
    ///
    /// @param attempts those that were over by then
    static Verdict onLate(List<Attempt> attempts) {
        var known = attempts.isEmpty()
                ? ""
                : " " + attempts.stream().map(Verdict::told).collect(Collectors.joining("; "));
        return new Verdict(
                ProblemType.PROVIDERS_TIMED_OUT, "The time was up before anybody had answered." + known, SICK);
    }

    /// The same of tries at one kind of question.
    static Verdict on(Kind kind, List<Tried> tried) {
        return switch (kind) {
            case QUERY -> onAttempts(tried.stream().map(Tried::attempt).toList());
            case COMMAND -> onCommand(tried);
        };
    }

    /// Whoever was asked to do something did not say that it is done. Where it may be done all the same, that is
    /// what is told.
    private static Verdict onCommand(List<Tried> tried) {
        if (!tried.isEmpty() && tried.getLast().sent()) {
            var last = tried.getLast().attempt();
            // whoever does not know who asks has done nothing
            var unheard = last.status() instanceof Integer status && status == UNAUTHORIZED;
            if (UNSURE.contains(last.outcome()) && !unheard) {
                var detail = "It was sent to %s, which did not say whether it was done: %s."
                        .formatted(last.provider(), told(last));
                return new Verdict(ProblemType.OUTCOME_UNKNOWN, detail, null);
            }
        }
        return onAttempts(tried.stream().map(Tried::attempt).toList());
    }

    /// How a stream broke off, in one sentence.
    static String onBreak(Attempt last, int parts) {
        var why = last.message() == null ? "" : ": " + last.message();
        return "%s broke off after %d part%s (%s%s)."
                .formatted(
                        last.provider(),
                        parts,
                        parts == 1 ? "" : "s",
                        last.outcome().label(),
                        why);
    }

    private static ProblemType type(List<Attempt> attempts, List<Attempt> asked) {
        if (attempts.isEmpty()) {
            return ProblemType.PROVIDERS_TIMED_OUT;
        }
        if (asked.isEmpty()) {
            return ProblemType.UNSUPPORTED_QUERY;
        }
        return switch (asked.getLast().outcome()) {
            case INVALID_INPUT -> ProblemType.INVALID_INPUT;
            case BLOCKED -> ProblemType.CONTENT_POLICY;
            case NOT_FOUND -> ifAll(asked, ProblemType.NO_RESULT, Outcome.NOT_FOUND);
            case DEAD_KEY -> ifAll(asked, ProblemType.CREDENTIALS_EXHAUSTED, Outcome.DEAD_KEY);
            case RATE_LIMITED, QUOTA_SPENT ->
                ifAll(asked, ProblemType.PROVIDERS_RATE_LIMITED, Outcome.RATE_LIMITED, Outcome.QUOTA_SPENT);
            case TIMEOUT -> ifAll(asked, ProblemType.PROVIDERS_TIMED_OUT, Outcome.TIMEOUT);
            case OK, EMPTY, UNAVAILABLE, MALFORMED, DRIFTED, UNSUPPORTED, UNREACHABLE, CANCELLED ->
                ProblemType.PROVIDERS_FAILED;
        };
    }

    private static ProblemType ifAll(List<Attempt> asked, ProblemType type, Outcome... outcomes) {
        Set<Outcome> these = EnumSet.copyOf(Arrays.asList(outcomes));
        return asked.stream().map(Attempt::outcome).allMatch(these::contains) ? type : ProblemType.PROVIDERS_FAILED;
    }

    private static String detail(ProblemType type, List<Attempt> attempts) {
        return attempts.isEmpty()
                ? "No time was left to ask anybody."
                : type.title() + ". " + attempts.stream().map(Verdict::told).collect(Collectors.joining("; "));
    }

    private static String told(Attempt attempt) {
        var outcome = attempt.provider() + ": " + attempt.outcome().label();
        return attempt.message() == null ? outcome : outcome + " (" + attempt.message() + ")";
    }

    // the soonest time that a provider named; where none did, a guess that spares the providers
    private static Duration soonest(List<Attempt> asked, ProblemType type) {
        return asked.stream()
                .map(Attempt::retryAfter)
                .filter(Objects::nonNull)
                .min(Long::compare)
                .map(Duration::ofSeconds)
                .orElse(type == ProblemType.PROVIDERS_RATE_LIMITED ? LIMITED : SICK);
    }
}
