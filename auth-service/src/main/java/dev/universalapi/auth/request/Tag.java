package dev.universalapi.auth.request;

import dev.universalapi.contracts.problem.ProblemType;
import dev.universalapi.platform.problem.ProblemException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Which state of a thing somebody has seen (RFC 9110, ETag and If-Match), so that nobody overwrites what they have
/// not.
public final class Tag {
    private Tag() {}

    /// The ETag of a version: `"3"`.
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /// @param ifMatch as it was sent
    /// @param version as it is
    /// @throws ProblemException if nothing was sent, or another version was seen
    public static void demand(@Nullable String ifMatch, long version) {
        if (ifMatch == null) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_REQUIRED,
                    "If-Match is missing: send the ETag of what you have seen, so that nothing of others is lost.");
        }
        check(ifMatch, version);
    }

    /// As [#demand], where it may be missing.
    public static void check(@Nullable String ifMatch, long version) {
        if (ifMatch != null && !ifMatch.strip().equals("*") && !lists(ifMatch, of(version))) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_FAILED,
                    "It was changed since you have seen it: it is %s now. Read it again.".formatted(of(version)));
        }
    }

    private static boolean lists(String ifMatch, String tag) {
        return Arrays.stream(ifMatch.split(",")).map(String::strip).anyMatch(tag::equals);
    }
}
