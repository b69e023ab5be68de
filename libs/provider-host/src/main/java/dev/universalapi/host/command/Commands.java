package dev.universalapi.host.command;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.Problem.Mistake;
import dev.universalapi.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Carries out each command once a key.
public final class Commands {
    /// Where callers name a command.
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Idempotency keys;

    public Commands(Idempotency keys) {
        this.keys = keys;
    }

    /// What came of a command, and whether it was carried out before.
    public record Outcome(Kept.Answered answer, boolean repeated) {}

    /// Carries it out, or tells what came of it before.
    ///
    /// @param owner organisation and mode
    /// @param key as sent
    /// @param what the operation and its input, in the same words for the same
    /// @param work the command; a [ProblemException] of it means that nothing was done, unless it is
    ///   [ProblemType#OUTCOME_UNKNOWN]
    /// @throws ProblemException if there is no answer
    public Outcome once(String owner, @Nullable String key, String what, Supplier<Kept.Answered> work) {
        if (key == null || !VISIBLE.matcher(key).matches()) {
            var detail = key == null
                    ? HEADER + " is missing; it must be 1 to 128 visible characters, new for each command"
                    : HEADER + " must be 1 to 128 visible characters";
            throw new ProblemException(
                    ProblemType.INVALID_PARAMETER, detail, List.of(new Mistake(HEADER, "header", detail)));
        }
        var own = new Idempotency.Key(owner, key);
        var fingerprint = fingerprint(what);
        return switch (keys.claim(own, fingerprint)) {
            case Claim.Taken _ -> new Outcome(carryOut(own, fingerprint, work), false);
            case Claim.Done(var result) -> new Outcome(told(Kept.of(result)), true);
            case Claim.UnderWay _ ->
                throw new ProblemException(
                        ProblemType.COMMAND_UNDER_WAY,
                        "This command is being carried out; ask again with the same key.",
                        List.of(),
                        List.of(),
                        SOON);
            case Claim.Lost _ ->
                throw new ProblemException(
                        ProblemType.OUTCOME_UNKNOWN,
                        "This command was begun before, and what came of it was lost; it is not begun again.");
            case Claim.Other _ ->
                throw new ProblemException(
                        ProblemType.IDEMPOTENCY_KEY_REUSED, "This " + HEADER + " belongs to another command of yours.");
        };
    }

    private Kept.Answered carryOut(Idempotency.Key key, String fingerprint, Supplier<Kept.Answered> work) {
        try {
            var answer = work.get();
            keys.keep(key, fingerprint, answer.bytes());
            return answer;
        } catch (ProblemException problem) {
            if (problem.type() == ProblemType.OUTCOME_UNKNOWN) {
                keys.keep(key, fingerprint, new Kept.Failed(problem.type(), problem.detail()).bytes());
            } else {
                keys.release(key);
            }
            throw problem;
        }
    }

    private static Kept.Answered told(Kept kept) {
        return switch (kept) {
            case Kept.Answered answered -> answered;
            case Kept.Failed(var type, var detail) -> throw new ProblemException(type, detail);
        };
    }

    private static String fingerprint(String what) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
