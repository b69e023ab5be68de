package dev.universalapi.auth.request;

import dev.universalapi.platform.problem.ProblemException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What members of a body must be.
public final class Checks {
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,100}");

    private Checks() {}

    /// A name that people give: 1 to 100 characters on a line.
    public static String name(@Nullable String name) {
        if (name == null || name.isBlank() || !NAME.matcher(name).matches()) {
            throw wrong("name", "name must be 1 to 100 characters on one line");
        }
        return name.strip();
    }

    /// @param condition what must hold
    public static void demand(boolean condition, String member, String detail) {
        if (!condition) {
            throw wrong(member, detail);
        }
    }

    /// A mistake in a member of the body.
    public static ProblemException wrong(String member, String detail) {
        return ProblemException.invalid(member, "body", detail);
    }
}
