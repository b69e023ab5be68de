package dev.universalapi.platform.events.dead;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.ProblemException;
import dev.universalapi.platform.security.Caller;
import dev.universalapi.platform.security.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Shows operators what could not be handled, and sends it back when the cause is gone.
@RestController
@RequestMapping("/api/operations/dead-letters")
final class DeadLettersController {
    /// What a key must be allowed.
    static final Scope SCOPE = Scope.of("operator:write");

    private static final Logger LOG = LoggerFactory.getLogger(DeadLettersController.class);
    private static final int MOST = 1_000;
    private static final Duration SOON = Duration.ofSeconds(10);

    private final DeadLetters letters;

    DeadLettersController(DeadLetters letters) {
        this.letters = letters;
    }

    /// A page of letters.
    ///
    /// @param letters youngest first
    record Listed(List<DeadLetter> letters) {}

    /// What was done.
    ///
    /// @param replayed how many letters went back to their topics
    record Replayed(int replayed) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Listed list(
            Caller caller,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String cause,
            @RequestParam(defaultValue = "false") boolean replayed,
            @RequestParam(defaultValue = "100") int limit) {
        admit(caller);
        if (limit < 1 || limit > MOST) {
            throw ProblemException.invalid("limit", "query", "limit must be 1 to " + MOST + ", was " + limit);
        }
        var wanted = kind(topic, type, cause).and(letter -> replayed || letter.replayedAt() == null);
        return new Listed(asking(() -> letters.list(wanted, limit)));
    }

    /// The same as a table, for who reads it in a terminal.
    @GetMapping(produces = MediaType.TEXT_PLAIN_VALUE)
    String table(
            Caller caller,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String cause,
            @RequestParam(defaultValue = "false") boolean replayed,
            @RequestParam(defaultValue = "100") int limit) {
        var found = list(caller, topic, type, cause, replayed, limit).letters();
        return found.isEmpty()
                ? "No event waits that could not be handled.\n"
                : found.stream().map(DeadLettersController::row).collect(Collectors.joining());
    }

    @GetMapping("/{id}")
    DeadLetter get(Caller caller, @PathVariable String id) {
        admit(caller);
        return asking(() -> letters.find(id)).orElseThrow(DeadLettersController::unknown);
    }

    @PostMapping("/{id}/replay")
    Replayed replay(Caller caller, @PathVariable String id) {
        admit(caller);
        var replayed = asking(() -> letters.replay(letter -> letter.id().equals(id)));
        if (replayed == 0) {
            throw unknown();
        }
        return new Replayed(replayed);
    }

    /// All of a kind that were not replayed yet.
    @PostMapping("/replay")
    Replayed replayAll(
            Caller caller,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String cause) {
        admit(caller);
        var wanted = kind(topic, type, cause).and(letter -> letter.replayedAt() == null);
        return new Replayed(asking(() -> letters.replay(wanted)));
    }

    private static <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (NotAcknowledgedException away) {
            LOG.atWarn().addKeyValue("cause", String.valueOf(away.getMessage())).log("Dead letters are out of reach");
            throw new ProblemException(
                    ProblemType.SERVICE_UNAVAILABLE,
                    "Dead letters are kept in Kafka, which does not answer.",
                    List.of(),
                    List.of(),
                    SOON);
        }
    }

    private static String row(DeadLetter letter) {
        return "%-28s %-11s %-24s %s  %s  %s%n"
                .formatted(
                        letter.id(),
                        letter.cause(),
                        letter.type() == null ? "?" : letter.type(),
                        letter.at(),
                        letter.organisation(),
                        letter.message());
    }

    private static Predicate<DeadLetter> kind(@Nullable String topic, @Nullable String type, @Nullable String cause) {
        var wanted = cause == null ? null : cause(cause);
        return letter -> (topic == null || topic.equals(letter.topic()))
                && (type == null || type.equals(letter.type()))
                && (wanted == null || wanted == letter.cause());
    }

    private static Cause cause(String text) {
        try {
            return Cause.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException _) {
            throw ProblemException.invalid(
                    "cause", "query", "cause must be one of unreadable, failed, conflict, out-of-time");
        }
    }

    private static void admit(Caller caller) {
        if (!caller.may(SCOPE)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "Dead letters are for operators: the key needs the scope " + SCOPE + ".");
        }
    }

    private static ProblemException unknown() {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no dead letter of this id.");
    }
}
